import type { Ctx } from '#kernel/context.ts';
import { acceptOf } from '#kernel/files/kinds.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { factsOf, factValues } from '../facts/schema.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { readingOf } from '../reading/service.ts';
import { idParams } from '../schema.ts';
import { attachmentsOf, themes } from '../service.ts';
import { desk, deskCounts } from './desk/service.ts';
import { BeginPage, DeskPage } from './pages/desk.tsx';
import { ActsPage, DocumentEditPage, DropPage, WithdrawPage } from './pages/document.tsx';
import { LookPage, WritePage } from './pages/write.tsx';
import {
  actBody,
  approveBody,
  attachmentBody,
  attachmentParams,
  correctBody,
  type Draft,
  deskQuery,
  draftBody,
  emptyBody,
  langQuery,
  newBody,
  newQuery,
  returnBody,
  type Sent,
  settingsBody,
  withdrawBody,
  writeBody,
} from './schema.ts';
import {
  approve,
  begin,
  changes,
  correct,
  drop,
  keepTyping,
  propose,
  readDraft,
  refusal,
  save,
  sendBack,
  shownDraft,
  withdraw,
} from './service.ts';
import {
  actChanged,
  acts,
  arrange,
  arranged,
  attach,
  DOWNLOADS,
  detach,
  IMAGES,
  setImage,
} from './settings/service.ts';

const editor = { permission: 'library.edit' } as const;
const one = { ...editor, params: idParams } as const;
const accept = { images: acceptOf(IMAGES), files: acceptOf(DOWNLOADS) };
const fileIn = (values: Readonly<Record<string, unknown>>, name: string): File | null => {
  const value = values[name];
  return value instanceof File && value.size > 0 ? value : null;
};
const sentOf = ({ values, errors, current }: Rejected<unknown>): Sent =>
  current ? { values, errors, now: current } : { values, errors };

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

async function documentPage(ctx: Ctx, id: string, sent: Sent = {}) {
  return (
    <DocumentEditPage
      document={await arranged(ctx, id)}
      themes={await themes(ctx)}
      acts={await acts(ctx)}
      attachments={await attachmentsOf(ctx, id)}
      accept={accept}
      formKey={newId()}
      {...sent}
    />
  );
}

async function beginPage(ctx: Ctx, parent: string | undefined, sent: Sent) {
  const of = parent ? await arranged(ctx, parent) : null;
  return <BeginPage parent={of} formKey={newId()} {...sent} />;
}

const DOCUMENT = '/library/edit/documents/:id';
const back = (id: string) => redirect(`/library/edit/documents/${id}`);
const again = (ctx: Ctx, rejected: Rejected<{ id: string }>) =>
  documentPage(ctx, rejected.params.id, sentOf(rejected));

const documentRoutes: readonly Route[] = [
  page(DOCUMENT, one, (ctx, { params }) => documentPage(ctx, params.id)),
  form(`${DOCUMENT}/correct`, { ...one, body: correctBody }, async (ctx, { params, body }) =>
    redirect(`/library/edit/${await correct(ctx, params.id, body.lang)}`),
  ),
  form(
    `${DOCUMENT}/settings`,
    { ...one, body: settingsBody },
    async (ctx, { params, body }) => {
      await arrange(ctx, params.id, body);
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/image`,
    { ...one, body: emptyBody },
    async (ctx, { params, values }) => {
      await setImage(ctx, params.id, fileIn(values, 'image'));
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/files`,
    { ...one, body: attachmentBody },
    async (ctx, { params, body, values }) => {
      await attach(ctx, params.id, body, fileIn(values, 'file'));
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/files/:attachment/remove`,
    { ...editor, params: attachmentParams, body: emptyBody },
    async (ctx, { params }) => {
      await detach(ctx, params.id, params.attachment);
      return back(params.id);
    },
  ),
  page(`${DOCUMENT}/withdraw`, { ...one, query: langQuery }, async (ctx, { params, query }) => (
    <WithdrawPage document={await arranged(ctx, params.id)} lang={query.lang} formKey={newId()} />
  )),
  form(
    `${DOCUMENT}/withdraw`,
    { ...one, body: withdrawBody },
    async (ctx, { params, body }) => {
      await withdraw(ctx, params.id, body.lang, body.reason);
      return back(params.id);
    },
    async (ctx, rejected) => (
      <WithdrawPage
        document={await arranged(ctx, rejected.params.id)}
        lang={String(rejected.values.lang ?? 'pl')}
        formKey={newId()}
        {...sentOf(rejected)}
      />
    ),
  ),
];

/** Where what is published is written, looked at by a second pair of eyes, and arranged. */
export const editingRoutes = (host: LibraryHost): readonly Route[] => [
  page('/library/edit', { ...editor, query: deskQuery }, async (ctx, { query }) => (
    <DeskPage view={query.view} lines={await desk(ctx, query.view)} counts={await deskCounts(ctx)} />
  )),
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
  page('/library/edit/:id/look', one, (ctx, { params }) => lookPage(ctx, host, params.id)),
  form(
    '/library/edit/:id/approve',
    { ...one, body: approveBody },
    async (ctx, { params, body }) => {
      const approved = await approve(ctx, params.id, body);
      return redirect(`/library/edit/documents/${approved.documentId}`);
    },
    (ctx, rejected) => lookPage(ctx, host, rejected.params.id, sentOf(rejected)),
  ),
  form(
    '/library/edit/:id/return',
    { ...one, body: returnBody },
    async (ctx, { params, body }) => {
      await sendBack(ctx, params.id, body._version, body.note);
      return redirect('/library/edit?view=proposed');
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
