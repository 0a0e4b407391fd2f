import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { factsOf, factValues } from '../facts/schema.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { readingOf } from '../reading/service.ts';
import { idParams } from '../schema.ts';
import { desk, deskCounts } from './desk/service.ts';
import { ActsPage, NewActPage } from './pages/acts.tsx';
import { DropPage } from './pages/confirm.tsx';
import { BeginPage, DeskPage } from './pages/desk.tsx';
import { LookPage } from './pages/look.tsx';
import { WritePage } from './pages/write.tsx';
import { approve, changes, propose, refusal, sendBack } from './publishing/service.ts';
import {
  actBody,
  approveBody,
  type DeskView,
  type Draft,
  deskQuery,
  draftBody,
  emptyBody,
  newActBody,
  newBody,
  newQuery,
  returnBody,
  type Sent,
  sentOf,
  writeBody,
} from './schema.ts';
import { begin, drop, keepTyping, readDraft, save, shownDraft } from './service.ts';
import { documentRoutes } from './settings/routes.tsx';
import { actChanged, acts, addAct, arranged } from './settings/service.ts';

const editor = { permission: 'library.edit' } as const;
const one = { ...editor, params: idParams } as const;
/** Editors, and advisers who have a hand in the document: the service says who. */
const hand = { permission: 'work', params: idParams } as const;

const mayEdit = (ctx: Ctx): boolean => ctx.actor.permissions.has('library.edit');

const draftValues = (ctx: Ctx, draft: Draft) => ({
  title: draft.title === '–' ? '' : draft.title,
  lead: draft.lead,
  body: draft.body,
  image_alt: draft.imageAlt,
  legal_state_on: draft.legalStateOn === null ? '' : formatDate(draft.legalStateOn, ctx.lang),
  review_by: draft.reviewBy === null ? '' : formatDate(draft.reviewBy, ctx.lang),
  change_note: draft.changeNote,
  ...factValues(draft.kind, { ...factsOf(draft.kind, draft.facts) }),
});

async function writePage(ctx: Ctx, host: LibraryHost, id: string, sent: Sent = {}) {
  const draft = await readDraft(ctx, id);
  const reading = await readingOf(ctx, host, shownDraft(draft));
  return (
    <WritePage
      draft={draft}
      reading={reading}
      formKey={newId()}
      {...sent}
      values={sent.values ?? draftValues(ctx, draft)}
    />
  );
}

async function lookPage(ctx: Ctx, host: LibraryHost, id: string, sent: Sent = {}) {
  const draft = await readDraft(ctx, id);
  return (
    <LookPage
      draft={draft}
      reading={await readingOf(ctx, host, shownDraft(draft))}
      pieces={await changes(ctx, draft)}
      refused={refusal(ctx, draft)}
      formKey={newId()}
      {...sent}
    />
  );
}

async function beginPage(ctx: Ctx, parent: string | undefined, sent: Sent) {
  const of = parent ? await arranged(ctx, parent) : null;
  return <BeginPage parent={of} formKey={newId()} {...sent} />;
}

/** The desk opens where something waits: for a second pair of eyes first. */
const opening = (counts: Readonly<Record<DeskView, number>>): DeskView =>
  (['proposed', 'drafts', 'planned', 'review', 'links'] as const).find((view) => counts[view] > 0) ??
  'drafts';

/** Where what is published is written, looked at by a second pair of eyes, and arranged. */
export const editingRoutes = (host: LibraryHost): readonly Route[] => [
  page('/library/edit', { ...editor, query: deskQuery }, async (ctx, { query }) => {
    const counts = await deskCounts(ctx);
    const view = query.view ?? opening(counts);
    return <DeskPage view={view} lines={await desk(ctx, view)} counts={counts} />;
  }),
  page('/library/edit/new', { ...editor, query: newQuery }, (ctx, { query }) =>
    beginPage(ctx, query.parent, { values: { kind: query.kind ?? 'news', lang: ctx.lang } }),
  ),
  form(
    '/library/edit/new',
    { ...editor, body: newBody },
    async (ctx, { body }) => redirect(`/library/edit/${await begin(ctx, body)}`),
    (ctx, rejected) => {
      const { parent } = rejected.values;
      return beginPage(
        ctx,
        typeof parent === 'string' && parent !== '' ? parent : undefined,
        sentOf(rejected),
      );
    },
  ),
  page('/library/edit/acts', editor, async (ctx) => <ActsPage acts={await acts(ctx)} formKey={newId()} />),
  form(
    '/library/edit/acts',
    { ...editor, body: actBody },
    async (ctx, { body }) => {
      await actChanged(ctx, body.act, body.on, body.note);
      return redirect('/library/edit?view=review');
    },
    async (ctx, rejected) => <ActsPage acts={await acts(ctx)} formKey={newId()} {...sentOf(rejected)} />,
  ),
  page('/library/edit/acts/new', editor, async () => <NewActPage formKey={newId()} />),
  form(
    '/library/edit/acts/new',
    { ...editor, body: newActBody },
    async (ctx, { body }) => {
      await addAct(ctx, body);
      return redirect('/library/edit/acts');
    },
    async (_, rejected) => <NewActPage formKey={newId()} {...sentOf(rejected)} />,
  ),
  ...documentRoutes,
  page('/library/edit/:id', one, (ctx, { params }) => writePage(ctx, host, params.id)),
  form(
    '/library/edit/:id',
    { ...one, body: writeBody },
    async (ctx, { params, body }) => {
      const saved = await save(ctx, params.id, body);
      if (body.step !== 'propose') return redirect(`/library/edit/${params.id}`);
      await propose(ctx, params.id, saved.rowVersion);
      return redirect(`/library/edit/${params.id}/look`);
    },
    (ctx, rejected) => writePage(ctx, host, rejected.params.id, sentOf(rejected)),
  ),
  form('/library/edit/:id/typing', { ...one, body: draftBody }, async (ctx, { params, body }) => {
    const kept = await keepTyping(ctx, params.id, body);
    return new Response(null, { status: kept ? 204 : 409 });
  }),
  page('/library/edit/:id/look', hand, (ctx, { params }) => lookPage(ctx, host, params.id)),
  form(
    '/library/edit/:id/approve',
    { ...hand, body: approveBody },
    async (ctx, { params, body }) => {
      const { path, shown } = await approve(ctx, params.id, body);
      if (shown) return redirect(path);
      return redirect(mayEdit(ctx) ? '/library/edit?view=planned' : '/advice/knowledge');
    },
    (ctx, rejected) => lookPage(ctx, host, rejected.params.id, sentOf(rejected)),
  ),
  form(
    '/library/edit/:id/return',
    { ...hand, body: returnBody },
    async (ctx, { params, body }) => {
      await sendBack(ctx, params.id, body._version, body.note);
      return redirect(mayEdit(ctx) ? '/library/edit?view=proposed' : '/advice/knowledge');
    },
    (ctx, rejected) => lookPage(ctx, host, rejected.params.id, sentOf(rejected)),
  ),
  page('/library/edit/:id/drop', one, async (ctx, { params }) => (
    <DropPage id={params.id} title={(await readDraft(ctx, params.id)).title} formKey={newId()} />
  )),
  form('/library/edit/:id/drop', { ...one, body: emptyBody }, async (ctx, { params }) => {
    await drop(ctx, params.id);
    return redirect('/library/edit');
  }),
];
