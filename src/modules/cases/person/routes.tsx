import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseHead, today } from '../service.ts';
import { DuplicatesPage } from './pages/duplicates.tsx';
import { EditPersonPage, PersonPage } from './pages/person.tsx';
import { personBody, personForm, personParams, personValues, readPerson } from './schema.ts';
import { areaGminas, compareDecision, editPerson, listDuplicates, sameAs, viewPerson } from './service.ts';

const personal = { personal: true, purpose: 'P3' } as const;

async function editable(ctx: Ctx, id: string) {
  const { c, person, mayEdit } = await viewPerson(ctx, id);
  if (!mayEdit) throw notFound();
  return { head: await caseHead(ctx, c), person, gminas: await areaGminas(ctx, c.partnershipId) };
}

export const routes: readonly Route[] = [
  page(
    '/cases/:id/person',
    { permission: 'case.read', params: personParams, ...personal },
    async (ctx, { params }) => {
      const { c, person, mayEdit } = await viewPerson(ctx, params.id);
      const compares = compareDecision(ctx).allowed;
      const { warnings } = readPerson(personForm.parse(personValues(person)), today(ctx));
      return (
        <PersonPage
          head={await caseHead(ctx, c)}
          person={person}
          gminas={await areaGminas(ctx, c.partnershipId)}
          mayEdit={mayEdit}
          warnings={warnings}
          same={compares ? await sameAs(ctx, person) : null}
        />
      );
    },
  ),
  page(
    '/cases/:id/person/edit',
    { permission: 'case.refer', params: personParams, ...personal },
    async (ctx, { params }) => {
      const { head, person, gminas } = await editable(ctx, params.id);
      return (
        <EditPersonPage
          head={head}
          gminas={gminas}
          values={personValues(person)}
          version={person.rowVersion}
          formKey={newId()}
        />
      );
    },
  ),
  form(
    '/cases/:id/person/edit',
    { permission: 'case.refer', params: personParams, body: personBody, ...personal },
    async (ctx, { params, body }) => {
      await editPerson(ctx, params.id, body);
      return redirect(`/cases/${params.id}/person`);
    },
    async (ctx, { params, values, errors, current }) => {
      const { head, person, gminas } = await editable(ctx, params.id);
      return (
        <EditPersonPage
          head={head}
          gminas={gminas}
          values={values}
          version={person.rowVersion}
          formKey={newId()}
          errors={errors}
          now={current ?? undefined}
        />
      );
    },
  ),
  page('/people/duplicates', { permission: 'case.read', ...personal }, async (ctx) => (
    <DuplicatesPage pairs={await listDuplicates(ctx)} compares={compareDecision(ctx).allowed} />
  )),
];
