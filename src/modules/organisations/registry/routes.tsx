import { formatPhone } from '#kernel/contact.ts';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { idParams, type OrganisationsHost } from '../schema.ts';
import { today } from '../service.ts';
import { NewInstitutionPage, RegistryEntryPage, RegistryPage } from './pages/registry.tsx';
import { adminBody, institutionBody, listQuery, newInstitutionBody, type RegistryEntry } from './schema.ts';
import {
  appoint,
  changeInstitution,
  counties,
  createInstitution,
  entities,
  listInstitutions,
  registryEntry,
} from './service.ts';

const system = { permission: 'system.manage' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** Every institution of the system, for whoever runs it. */
export const registryRoutes = (host: OrganisationsHost): Route[] => [
  page('/institutions', { ...system, query: listQuery }, async (ctx, { query }) => (
    <RegistryPage {...(await listInstitutions(ctx, query))} query={query} />
  )),
  page('/institutions/new', system, (ctx) => newPage(ctx, {})),
  form(
    '/institutions/new',
    { ...system, body: newInstitutionBody },
    async (ctx, { body }) => redirect(`/institutions/${await createInstitution(ctx, host, body)}`),
    (ctx, sent) => newPage(ctx, sent),
  ),
  page('/institutions/:id', { ...system, params: idParams }, (ctx, { params }) =>
    entryPage(ctx, params.id, {}, {}),
  ),
  form(
    '/institutions/:id',
    { ...system, params: idParams, body: institutionBody },
    async (ctx, { params, body }) => {
      await changeInstitution(ctx, params.id, body);
      return redirect(`/institutions/${params.id}`);
    },
    (ctx, { params, values, errors }) => entryPage(ctx, params.id, { values, errors }, {}),
  ),
  form(
    '/institutions/:id/admin',
    { ...system, params: idParams, body: adminBody },
    async (ctx, { params, body }) => {
      await appoint(ctx, host, params.id, body);
      return redirect(`/institutions/${params.id}`);
    },
    (ctx, { params, values, errors }) => entryPage(ctx, params.id, {}, { values, errors }),
  ),
];

async function newPage(ctx: Ctx, { values, errors }: Sent) {
  return (
    <NewInstitutionPage
      counties={await counties(ctx)}
      entities={await entities(ctx)}
      today={today(ctx)}
      formKey={newId()}
      values={values}
      errors={errors}
    />
  );
}

async function entryPage(ctx: Ctx, id: string, main: Sent, admin: Sent) {
  const entry = await registryEntry(ctx, id);
  return (
    <RegistryEntryPage
      entry={entry}
      values={entryValues(entry, ctx)}
      main={{ ...main, formKey: newId() }}
      admin={{ ...admin, formKey: newId() }}
    />
  );
}

const entryValues = ({ institution: i, entity: e, area }: RegistryEntry, { lang }: Ctx) => ({
  entityName: e.name,
  legalForm: e.legalForm,
  nip: e.nip ?? '',
  regon: e.regon ?? '',
  krs: e.krs ?? '',
  type: i.type,
  name: i.name,
  shortName: i.shortName,
  county: i.countyCode ?? '',
  address: i.address,
  phone: formatPhone(i.phone),
  email: i.email,
  activeFrom: formatDate(i.activeFrom, lang),
  activeTo: i.activeTo ? formatDate(i.activeTo, lang) : '',
  area,
});
