import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { areaGminas } from '../person/api.ts';
import { caseParams } from '../schema.ts';
import { caseHead } from '../service.ts';
import { PairPage } from './pages/pair.tsx';
import { SamePage } from './pages/same.tsx';
import { UndoPage } from './pages/undo.tsx';
import {
  askBody,
  linkParams,
  mergeBody,
  noBody,
  pairParams,
  pairQuery,
  personIdParams,
  proposal,
} from './schema.ts';
import {
  askAbout,
  caseOfPerson,
  mergePersons,
  undoable,
  unmergePersons,
  viewPair,
  viewSameness,
} from './service.ts';

const DIRECT = { permission: 'case.coordinate', purpose: 'P3', personal: true } as const;

async function pairPage(
  ctx: Ctx,
  params: { id: string; other: string },
  rejected?: { values: FormValues; errors: readonly FieldError[]; current: unknown },
) {
  const pair = await viewPair(ctx, params.id, params.other);
  // After a change by somebody else the form begins anew, from what both records say now.
  const fresh = !rejected || rejected.current !== null;
  return (
    <PairPage
      head={await caseHead(ctx, pair.c)}
      pair={pair}
      gminas={await areaGminas(ctx, pair.one.partnershipId)}
      formKey={newId()}
      values={fresh ? proposal(pair.one, pair.other) : rejected.values}
      errors={rejected?.errors ?? []}
      changed={rejected !== undefined && rejected.current !== null}
    />
  );
}

async function undoPage(ctx: Ctx, params: { id: string; link: string }, errors: readonly FieldError[]) {
  const { c, link } = await undoable(ctx, params.id, params.link);
  return <UndoPage head={await caseHead(ctx, c)} link={link} formKey={newId()} errors={errors} />;
}

export const routes: readonly Route[] = [
  page(
    '/cases/:id/person/same',
    { ...DIRECT, params: caseParams, query: pairQuery },
    async (ctx, { params, query }) => {
      const { c, candidates, links } = await viewSameness(ctx, params.id);
      return (
        <SamePage
          head={await caseHead(ctx, c)}
          candidates={candidates}
          links={links}
          asked={query.asked === 'yes'}
          formKey={newId()}
        />
      );
    },
  ),
  form(
    '/cases/:id/person/same/ask',
    { ...DIRECT, params: caseParams, body: askBody },
    async (ctx, { params, body }) => {
      await askAbout(ctx, params.id, body.other);
      return redirect(`/cases/${params.id}/person/same?asked=yes`);
    },
  ),
  page('/cases/:id/person/same/:other', { ...DIRECT, params: pairParams }, (ctx, { params }) =>
    pairPage(ctx, params),
  ),
  form(
    '/cases/:id/person/same/:other',
    { ...DIRECT, params: pairParams, body: mergeBody },
    async (ctx, { params, body }) => {
      await mergePersons(ctx, params.id, params.other, body);
      return redirect(`/cases/${params.id}/person/same`);
    },
    (ctx, rejected) => pairPage(ctx, rejected.params, rejected),
  ),
  page('/cases/:id/person/joined/:link/undo', { ...DIRECT, params: linkParams }, (ctx, { params }) =>
    undoPage(ctx, params, []),
  ),
  form(
    '/cases/:id/person/joined/:link/undo',
    { ...DIRECT, params: linkParams, body: noBody },
    async (ctx, { params }) => {
      await unmergePersons(ctx, params.id, params.link);
      // The case from which it was undone may belong to the other record again; it stays a case of its person.
      return redirect(`/cases/${params.id}/person`);
    },
    (ctx, { params, errors }) => undoPage(ctx, params, errors),
  ),
  // An address of the person that outlives a merge: it leads to the record they are now part of.
  page(
    '/people/:person',
    { permission: 'case.read', purpose: 'P3', params: personIdParams },
    async (ctx, { params }) => redirect(`/cases/${await caseOfPerson(ctx, params.person)}/person`),
  ),
];
