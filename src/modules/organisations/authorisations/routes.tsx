import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams } from '../schema.ts';
import { ownWorker, today } from '../service.ts';
import { AuthorisationPage, DocumentPage, RevokePage, type Sent } from './pages/authorisation.tsx';
import { authorisationBody, documentParams } from './schema.ts';
import { authorise, documentOf, revoke } from './service.ts';

const manage = { permission: 'institution.manage' } as const;

/** Giving, printing and revoking authorisations to process data. */
export const authorisationRoutes: readonly Route[] = [
  page('/institution/workers/:id/authorisation', { ...manage, params: idParams }, (ctx, { params }) =>
    formPage(ctx, params.id, {}),
  ),
  form(
    '/institution/workers/:id/authorisation',
    { ...manage, params: idParams, body: authorisationBody },
    async (ctx, { params, body }) =>
      redirect(`/institution/authorisations/${await authorise(ctx, params.id, body)}`),
    (ctx, { params, values, errors }) => formPage(ctx, params.id, { values, errors }),
  ),
  page('/institution/authorisations/:id', { ...manage, params: documentParams }, async (ctx, { params }) => (
    <DocumentPage document={await documentOf(ctx, params.id)} />
  )),
  page(
    '/institution/authorisations/:id/revoke',
    { ...manage, params: documentParams },
    async (ctx, { params }) => <RevokePage document={await documentOf(ctx, params.id)} formKey={newId()} />,
  ),
  form(
    '/institution/authorisations/:id/revoke',
    { ...manage, params: documentParams, body: emptyBody },
    async (ctx, { params }) => redirect(`/institution/workers/${await revoke(ctx, params.id)}`),
  ),
];

async function formPage(ctx: Ctx, id: string, sent: Sent) {
  return (
    <AuthorisationPage worker={await ownWorker(ctx, id)} formKey={newId()} today={today(ctx)} {...sent} />
  );
}
