import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { dropDraft, listDrafts, saveDraft } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import {
  type Diagnosis,
  loadDiagnosis,
  mayWrite,
  type Part,
  type PartContent,
  PROTECTED,
  WORK,
} from '../diagnosis/api.ts';
import { grantInForce, grantsOf } from '../grants/api.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { ConclusionPage, OwnViewPage } from './pages/common.tsx';
import { nowValues, partValues } from './pages/part-fields.tsx';
import { PartsPage, ProtectedPage } from './pages/parts.tsx';
import {
  assessmentParams,
  conclusionBody,
  draftBody,
  ownViewBody,
  partsBody,
  readEntries,
} from './schema.ts';
import { fillParts, setConclusion, setOwnView } from './service.ts';

const WRITE = {
  permission: 'diagnosis.write',
  purpose: 'P2',
  personal: true,
  params: assessmentParams,
} as const;
type Again = Omit<Rejected<{ id: string }>, 'params'>;
const draftKind = (caseId: string) => `diagnosis:${caseId}`;

/** The draft diagnosis with the parts of the reader's institution; 404 when there is nothing to write. */
async function open(ctx: Ctx, id: string, which: (p: Part) => boolean) {
  const c = await loadCase(ctx, id);
  const diagnosis = await loadDiagnosis(ctx, id);
  if (!diagnosis || !mayWrite(ctx.actor, c, diagnosis).allowed) throw notFound();
  const parts = diagnosis.parts.filter((p) => p.institutionId === ctx.actor.institutionId && which(p));
  return { c, diagnosis, parts, head: await caseHead(ctx, c), formKey: newId() };
}
const ordinary = (p: Part) => !PROTECTED.includes(p.dataClass);
const special = (p: Part) => PROTECTED.includes(p.dataClass);
const classesOf = (parts: readonly Part[]): DataClass[] => [
  ...new Set(parts.filter((p) => p.content).map((p) => p.dataClass)),
];
const fasterOf = (again?: Again) => (again?.current ?? undefined) as Record<string, PartContent> | undefined;

function entriesOf(d: Diagnosis, ctx: Ctx, which: (p: Part) => boolean, values: Record<string, unknown>) {
  const own = d.parts.filter((p) => p.institutionId === ctx.actor.institutionId && which(p));
  const { entries, tooLong } = readEntries(
    values,
    own.map((p) => p.domain),
  );
  const errors: FieldError[] = tooLong.map((field) => ({ field, message: 'too_long' }));
  if (errors.length > 0) throw invalid(...errors);
  return entries;
}

async function partsPage(ctx: Ctx, id: string, again?: Again) {
  const { c, diagnosis, parts, head, formKey } = await open(ctx, id, ordinary);
  await recordView(ctx, c, 'diagnosis_parts', ['D5', ...classesOf(parts)], diagnosis.id);
  const [draft] = again ? [] : await listDrafts(ctx, draftKind(id));
  const faster = fasterOf(again);
  return (
    <PartsPage
      head={head}
      formKey={formKey}
      diagnosis={diagnosis}
      parts={parts}
      values={again?.values ?? { ...partValues(parts), ...draft?.data }}
      errors={again?.errors}
      faster={faster}
      now={faster && nowValues(faster)}
      restoredAt={draft?.updatedAt ?? null}
    />
  );
}

async function protectedPage(ctx: Ctx, id: string, again?: Again) {
  const { c, diagnosis, parts, head, formKey } = await open(ctx, id, special);
  await recordView(ctx, c, 'diagnosis_protected', ['D5', ...classesOf(parts)], diagnosis.id);
  const readers = (await grantsOf(ctx, id)).filter(
    (g) => PROTECTED.includes(g.dataClass) && grantInForce(g, ctx.now),
  );
  const all = fasterOf(again);
  const { [WORK]: work, ...faster } = all ?? {};
  return (
    <ProtectedPage
      head={head}
      formKey={formKey}
      diagnosis={diagnosis}
      parts={parts}
      values={again?.values ?? { ...partValues(parts), work: diagnosis.work?.body ?? '' }}
      errors={again?.errors}
      faster={faster}
      readers={[...new Set(readers.map((g) => g.institutionName))]}
      now={all && { ...nowValues(faster), ...(work && { work: diagnosis.work?.body ?? '' }) }}
    />
  );
}

/** The fields as they stand now, as text; the version of the form becomes that of the row. */
function current(ctx: Ctx, again?: Again): Record<string, string> | undefined {
  if (!again?.current) return undefined;
  const { meeting_on, ...rest } = again.current;
  const now = Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, String(v ?? '')]));
  if (typeof meeting_on === 'string') now.meeting_on = formatDate(meeting_on, ctx.lang);
  return now;
}

async function ownViewPage(ctx: Ctx, id: string, again?: Again) {
  const { c, diagnosis: d, head, formKey } = await open(ctx, id, ordinary);
  await recordView(ctx, c, 'diagnosis', ['D5'], d.id);
  const values = again?.values ?? { own_view: d.ownView, strengths: d.strengths };
  const shared = { head, formKey, version: d.rowVersion, values, errors: again?.errors };
  return <OwnViewPage {...shared} faster={current(ctx, again)} />;
}

async function conclusionPage(ctx: Ctx, id: string, again?: Again) {
  const { c, diagnosis: d, head, formKey } = await open(ctx, id, ordinary);
  await recordView(ctx, c, 'diagnosis', ['D5'], d.id);
  const meeting_on = d.meetingOn ? formatDate(d.meetingOn, 'pl') : '';
  const values = again?.values ?? { conclusion: d.conclusion, meeting_on, present: d.present };
  const shared = { head, formKey, version: d.rowVersion, values, errors: again?.errors };
  return (
    <ConclusionPage {...shared} faster={current(ctx, again)} approved={d.approvals.some((a) => a.current)} />
  );
}

const back = (id: string) => redirect(`/cases/${id}/diagnosis`);

export const routes: readonly Route[] = [
  page('/cases/:id/diagnosis/parts', WRITE, (ctx, { params }) => partsPage(ctx, params.id)),
  form(
    '/cases/:id/diagnosis/parts',
    { ...WRITE, body: partsBody },
    async (ctx, { params, body }) => {
      const { diagnosis } = await open(ctx, params.id, ordinary);
      await fillParts(ctx, params.id, entriesOf(diagnosis, ctx, ordinary, body));
      for (const draft of await listDrafts(ctx, draftKind(params.id))) await dropDraft(ctx, draft.id);
      return back(params.id);
    },
    (ctx, { params, ...again }) => partsPage(ctx, params.id, again),
  ),
  form(
    '/cases/:id/diagnosis/parts/draft',
    { ...WRITE, personal: false, body: draftBody },
    async (ctx, input) => {
      const { id } = input.params;
      await open(ctx, id, ordinary);
      const [draft] = await listDrafts(ctx, draftKind(id));
      // Versions stay those of the page that is open: a draft must not hide that somebody was faster.
      const kept = Object.entries(input.values).filter(([name]) => !name.startsWith('v_'));
      await saveDraft(ctx, draftKind(id), draft?.id ?? null, Object.fromEntries(kept));
      return new Response(null, { status: 204 });
    },
  ),
  page('/cases/:id/diagnosis/protected', WRITE, (ctx, { params }) => protectedPage(ctx, params.id)),
  form(
    '/cases/:id/diagnosis/protected',
    { ...WRITE, body: partsBody },
    async (ctx, { params, body }) => {
      const { diagnosis, parts } = await open(ctx, params.id, special);
      const mine = parts.some((p) => p.content);
      const work = mine ? { body: body.work, rowVersion: body.work_version } : undefined;
      await fillParts(ctx, params.id, entriesOf(diagnosis, ctx, special, body), work);
      return back(params.id);
    },
    (ctx, { params, ...again }) => protectedPage(ctx, params.id, again),
  ),
  page('/cases/:id/diagnosis/own-view', WRITE, (ctx, { params }) => ownViewPage(ctx, params.id)),
  form(
    '/cases/:id/diagnosis/own-view',
    { ...WRITE, body: ownViewBody },
    async (ctx, { params, body }) => {
      await setOwnView(ctx, params.id, body);
      return back(params.id);
    },
    (ctx, { params, ...again }) => ownViewPage(ctx, params.id, again),
  ),
  page('/cases/:id/diagnosis/conclusion', WRITE, (ctx, { params }) => conclusionPage(ctx, params.id)),
  form(
    '/cases/:id/diagnosis/conclusion',
    { ...WRITE, body: conclusionBody },
    async (ctx, { params, body }) => {
      await setConclusion(ctx, params.id, body);
      return back(params.id);
    },
    (ctx, { params, ...again }) => conclusionPage(ctx, params.id, again),
  ),
];
