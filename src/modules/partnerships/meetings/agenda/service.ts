import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { openFile, ownFiles, removeFile, shareFile, storeFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, addMonths, type LocalDate, warsawDate } from '#kernel/time.ts';
import { mayPlan, mayPropose, mayRemove, mayWrite } from '../policy.ts';
import type { AgendaLine, AgendaSource, DueLine, Meeting, Place } from '../schema.ts';
import { bodyIds, holdMeeting, note, require, today } from '../service.ts';
import * as queries from './queries.ts';
import { type Due, type MeetingFile, type Move, POINT_STATES, type Point, type PointForm } from './schema.ts';
import { text } from './text.pl.ts';

const KINDS = ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'txt', 'png', 'jpeg'] as const;
const LASTS = 10;
const SHORT = 160;
const cut = (title: string, max: number): string =>
  title.length <= max ? title : `${title.slice(0, max - 1).trimEnd()}…`;

/** Points in their order, those left out last. */
export async function pointsOf(ctx: Ctx, meetingId: string): Promise<Point[]> {
  return (await queries.findPoints(ctx, meetingId)).map((row) => ({
    id: row.id,
    position: row.position,
    title: row.title,
    about: row.about,
    lasts: row.lasts,
    presenterId: row.presenter_id,
    presenter: row.presenter,
    state: POINT_STATES.find((s) => s === row.state) ?? 'agenda',
    sourceKey: row.source_key,
    href: row.href,
    proposedBy: row.proposed_by,
    notes: row.notes,
    rowVersion: row.row_version,
  }));
}
export const onAgenda = (points: readonly Point[]): Point[] => points.filter((p) => p.state === 'agenda');

/** The agreement that ends within half a year: whoever waits longer works without one. */
export const endingAgreement: AgendaSource = async (ctx, partnershipId) => {
  const row = await queries.findEnding(ctx, partnershipId, addMonths(today(ctx), 6));
  return row?.valid_to
    ? [
        {
          key: `agreement:${row.version}`,
          title: text[ctx.lang].agreementEnds,
          href: `/partnerships/${partnershipId}`,
          until: row.valid_to,
          late: row.valid_to < today(ctx),
        },
      ]
    : [];
};

/** What another part of a partnership says is due to whoever runs the meeting, as far as it is of this partnership. */
export const fromDue =
  (dueOf: (ctx: Ctx) => Promise<readonly DueLine[]>): AgendaSource =>
  async (ctx, partnershipId) =>
    (await dueOf(ctx))
      .filter(({ href }) => href.startsWith(`/partnerships/${partnershipId}/`))
      .map(({ href, what, until, late }) => ({
        key: `due:${href}`.slice(0, 200),
        title: what,
        href,
        until,
        late,
      }));

/** What is due by the day of the meeting: tasks, decisions to check, and what the other parts of the partnership say. */
export async function dueFor(
  ctx: Ctx,
  place: Place,
  meeting: Meeting,
  sources: readonly AgendaSource[],
): Promise<Due[]> {
  const lines: AgendaLine[] = [...(await ownDue(ctx, place, meeting))];
  const { partnership } = place;
  if (partnership) for (const source of sources) lines.push(...(await source(ctx, partnership.id)));
  const taken = new Set((await pointsOf(ctx, meeting.id)).map((p) => p.sourceKey));
  return lines.map((line) => ({ ...line, taken: taken.has(line.key) }));
}

async function ownDue(ctx: Ctx, place: Place, meeting: Meeting): Promise<AgendaLine[]> {
  const t = text[ctx.lang];
  const [now, day] = [today(ctx), warsawDate(meeting.startsAt)];
  const tasks = await queries.findOpenTasks(ctx, bodyIds(place), meeting.id);
  const decisions = await queries.findDecisionsToCheck(ctx, bodyIds(place), addDays(day, 0));
  return [
    ...tasks.map((task) => ({
      key: `task:${task.id}`,
      title: t.task(task.institution ?? '', cut(task.what, SHORT)),
      href: `${place.base}/tasks/${task.id}`,
      until: task.due_on as LocalDate,
      late: task.due_on < now,
    })),
    ...decisions.map((d) => ({
      key: `decision:${d.id}`,
      title: t.decision(`${d.number}/${d.year}`, cut(d.body, SHORT)),
      href: `${place.base}/decisions/${d.id}`,
      until: d.check_on,
      late: d.check_on !== null && d.check_on < now,
    })),
  ];
}

export async function takeDue(
  ctx: Ctx,
  place: Place,
  id: string,
  keys: readonly string[],
  sources: readonly AgendaSource[],
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  requireAgenda(ctx, meeting);
  const chosen = (await dueFor(ctx, place, meeting, sources)).filter((d) => keys.includes(d.key) && !d.taken);
  if (chosen.length === 0) throw invalid({ field: 'due', message: 'choice' });
  for (const due of chosen)
    await queries.addPoint(ctx, {
      ...own(meeting),
      title: cut(due.title, 300),
      about: '',
      lasts: LASTS,
      presenter: null,
      state: 'agenda',
      key: due.key,
      href: due.href,
      by: null,
    });
  await note(ctx, 'agenda', id, { due: chosen.length });
}

const own = (meeting: Meeting) => ({ id: newId(), bodyId: meeting.bodyId, meetingId: meeting.id });
const requireAgenda = (ctx: Ctx, meeting: Meeting): void =>
  require(mayWrite(meeting, ctx.now).allowed ? mayWrite(meeting, ctx.now) : mayPlan(meeting));

/** Whoever runs the meeting puts a point on the agenda; every other member proposes one. */
export async function addPoint(ctx: Ctx, place: Place, id: string, form: PointForm): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  if (meeting.runs) requireAgenda(ctx, meeting);
  else require(mayPropose(meeting, ctx.now));
  await queries.addPoint(ctx, {
    ...own(meeting),
    title: form.title,
    about: form.about,
    lasts: form.lasts ?? LASTS,
    presenter: presenterOf(place, form),
    state: meeting.runs ? 'agenda' : 'proposed',
    key: null,
    href: null,
    by: ctx.actor.subjectId,
  });
  await note(ctx, meeting.runs ? 'point' : 'point_propose', id);
}

function presenterOf(place: Place, form: PointForm): string | null {
  if (form.presenter === '') return null;
  if (!place.members.some((m) => m.institutionId === form.presenter))
    throw invalid({ field: 'presenter', message: 'choice' });
  return form.presenter;
}

export async function pointOf(ctx: Ctx, meeting: Meeting, id: string): Promise<Point> {
  const point = (await pointsOf(ctx, meeting.id)).find((p) => p.id === id);
  if (!point) throw notFound();
  return point;
}

export async function changePoint(
  ctx: Ctx,
  place: Place,
  id: string,
  pointId: string,
  form: PointForm,
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  requireAgenda(ctx, meeting);
  const point = await pointOf(ctx, meeting, pointId);
  if (form._version !== undefined && form._version !== point.rowVersion)
    throw stale({ title: point.title, about: point.about, lasts: String(point.lasts) });
  const { title, about } = form;
  await queries.changePoint(ctx, {
    id: pointId,
    title,
    about,
    lasts: form.lasts ?? point.lasts,
    presenter: presenterOf(place, form),
  });
  await note(ctx, 'point_change', id);
}

/** Up or down among its neighbours, or on the agenda and off it. */
export async function movePoint(
  ctx: Ctx,
  place: Place,
  id: string,
  pointId: string,
  to: Move,
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  requireAgenda(ctx, meeting);
  const point = await pointOf(ctx, meeting, pointId);
  if (to === 'agenda' || to === 'left_out') {
    await queries.setPointState(ctx, pointId, to);
  } else {
    const points = onAgenda(await pointsOf(ctx, id));
    const at = points.findIndex((p) => p.id === point.id);
    const other = points[at + (to === 'up' ? -1 : 1)];
    if (at >= 0 && other) {
      const order = points.map((p) => (p.id === point.id ? other : p.id === other.id ? point : p));
      for (const [index, each] of order.entries()) await queries.setPosition(ctx, each.id, index + 1);
    }
  }
  await note(ctx, 'point_move', id, { to });
}

export async function filesOf(ctx: Ctx, meeting: Meeting): Promise<MeetingFile[]> {
  const rows = await queries.findFiles(ctx, meeting.id);
  const own = await ownFiles(
    ctx,
    rows.map(({ fileId }) => fileId),
  );
  return rows.map((row) => ({ ...row, removable: mayRemove(meeting, own.has(row.fileId)).allowed }));
}

/** Adds a document; every member institution of today may open it. */
export async function addFile(
  ctx: Ctx,
  place: Place,
  id: string,
  form: { title: string; file: File },
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  if (!meeting.runs) throw notFound();
  const bytes = new Uint8Array(await form.file.arrayBuffer());
  const fileId = await storeFile(ctx, { name: form.file.name, bytes, allowed: KINDS });
  for (const { institutionId } of place.members)
    if (institutionId !== ctx.actor.institutionId) await shareFile(ctx, fileId, { institutionId });
  await queries.addFile(ctx, { ...own(meeting), fileId, title: form.title });
  await note(ctx, 'document', id);
}

/** A document of the meeting. Throws `not_found` when there is none for the actor. */
export async function fileOf(ctx: Ctx, meeting: Meeting, id: string): Promise<MeetingFile> {
  const file = (await filesOf(ctx, meeting)).find((f) => f.id === id);
  if (!file) throw notFound();
  return file;
}
export const opened = async (ctx: Ctx, meeting: Meeting, id: string) =>
  openFile(ctx, (await fileOf(ctx, meeting, id)).fileId);

/** A document put up by mistake, which the actor may take down. Throws `not_found` when there is none. */
export async function removable(ctx: Ctx, meeting: Meeting, id: string): Promise<MeetingFile> {
  const file = await fileOf(ctx, meeting, id);
  if (!file.removable) throw notFound();
  return file;
}

/** Takes a document down for everybody, with its bytes. Throws `not_found` for who may not. */
export async function takeDown(ctx: Ctx, place: Place, id: string, fileId: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  await removeFile(ctx, (await removable(ctx, meeting, fileId)).fileId);
  await note(ctx, 'document_remove', id);
}
