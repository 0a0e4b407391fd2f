import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { idParams } from '../schema.ts';
import { basicsValues, statusesValues, withBasics, withStatuses } from './identity/service.ts';
import { BasicsPage, NewRecordPage } from './pages/basics.tsx';
import { EditPage, MinePage } from './pages/hub.tsx';
import { StatusesPage } from './pages/statuses.tsx';
import { partRoutes } from './parts/routes.tsx';
import { basicsBody, emptyBody, statusesBody } from './schema.ts';
import {
  change,
  choices,
  confirmAll,
  countyChoices,
  create,
  edits,
  kept,
  numberOf,
  ownRecords,
} from './service.ts';
import { smallRoutes } from './small/routes.tsx';

/** Whoever works somewhere may come to the door; whether this record is theirs is asked inside. */
const worker = { permission: 'work' } as const;
const editor = { permission: 'directory.edit' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

async function basicsPage(ctx: Ctx, id: string, sent: Sent) {
  const record = await kept(ctx, id);
  const values = sent.values ?? basicsValues(ctx, record, await numberOf(ctx, record.parentId));
  return (
    <BasicsPage
      record={record}
      values={values}
      errors={sent.errors}
      formKey={newId()}
      types={await choices(ctx, 'type', [record.type])}
      legalForms={await choices(ctx, 'legal_form')}
      edits={edits(ctx)}
    />
  );
}

async function statusesPage(ctx: Ctx, id: string, sent: Sent) {
  const record = await kept(ctx, id);
  return (
    <StatusesPage
      record={record}
      values={sent.values ?? statusesValues(ctx, record)}
      errors={sent.errors}
      formKey={newId()}
      statuses={await choices(ctx, 'status')}
      groups={await choices(ctx, 'group')}
      counties={await countyChoices(ctx)}
    />
  );
}

const newPage = async (ctx: Ctx, sent: Sent) => (
  <NewRecordPage
    values={sent.values ?? { state: 'active' }}
    errors={sent.errors}
    formKey={newId()}
    types={await choices(ctx, 'type')}
    legalForms={await choices(ctx, 'legal_form')}
    edits
  />
);

/** What the keepers of a record and the editors of the base change. */
export const editRoutes: readonly Route[] = [
  page('/directory/mine', worker, async (ctx) => (
    <MinePage records={await ownRecords(ctx)} edits={edits(ctx)} />
  )),
  page('/directory/new', editor, (ctx) => newPage(ctx, {})),
  form(
    '/directory/new',
    { ...editor, body: basicsBody },
    async (ctx, { body }) =>
      redirect(`/directory/${await create(ctx, await withBasics(ctx, null, body))}/edit`),
    newPage,
  ),
  page('/directory/:id/edit', { ...worker, params: idParams }, async (ctx, { params }) => (
    <EditPage record={await kept(ctx, params.id)} formKey={newId()} edits={edits(ctx)} />
  )),
  form(
    '/directory/:id/confirm',
    { ...worker, params: idParams, body: emptyBody },
    async (ctx, { params }) => {
      await confirmAll(ctx, params.id);
      return redirect(`/directory/${params.id}`);
    },
  ),
  page('/directory/:id/edit/basics', { ...worker, params: idParams }, (ctx, { params }) =>
    basicsPage(ctx, params.id, {}),
  ),
  form(
    '/directory/:id/edit/basics',
    { ...worker, params: idParams, body: basicsBody },
    async (ctx, { params, body }) => {
      await change(ctx, params.id, body._version, (record) => withBasics(ctx, record, body));
      return redirect(`/directory/${params.id}/edit`);
    },
    (ctx, { params, ...sent }) => basicsPage(ctx, params.id, sent),
  ),
  page('/directory/:id/edit/statuses', { ...worker, params: idParams }, (ctx, { params }) =>
    statusesPage(ctx, params.id, {}),
  ),
  form(
    '/directory/:id/edit/statuses',
    { ...worker, params: idParams, body: statusesBody },
    async (ctx, { params, body }) => {
      await change(ctx, params.id, body._version, (record) => withStatuses(ctx, record, body));
      return redirect(`/directory/${params.id}/edit`);
    },
    (ctx, { params, ...sent }) => statusesPage(ctx, params.id, sent),
  ),
  ...smallRoutes,
  ...partRoutes,
];
