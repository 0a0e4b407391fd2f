import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { sha256 } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { addDays } from '#kernel/time.ts';
import { onAgenda, pointsOf } from '../agenda/service.ts';
import { attendeesOf } from '../people/service.ts';
import { holdState } from '../planning/service.ts';
import { agreed, mayWrite } from '../policy.ts';
import type { BodyKind, Meeting, MinutesState, Mode, Place } from '../schema.ts';
import { holdMeeting, holdsNobody, note, open, require, ruleOf, today } from '../service.ts';
import * as queries from './queries.ts';
import type {
  Content,
  Minutes,
  MinutesDecision,
  MinutesTask,
  NoteLine,
  Remark,
  RemarkForm,
  Signature,
} from './schema.ts';

/** What the minutes of a meeting say now. */
async function written(ctx: Ctx, meetingId: string, general: string): Promise<Content> {
  const head = await queries.findHead(ctx, meetingId);
  const [decisions, tasks, points, people] = [
    await queries.findDecisions(ctx, meetingId),
    await queries.findTasks(ctx, meetingId),
    onAgenda(await pointsOf(ctx, meetingId)),
    await attendeesOf(ctx, meetingId),
  ];
  return {
    place: head.place_name ?? '',
    bodyKind: head.body_kind as BodyKind,
    title: head.title,
    startsAt: head.starts_at.toISOString(),
    endsAt: head.ends_at.toISOString(),
    mode: head.mode as Mode,
    where: head.place,
    chair: head.chair ?? '',
    clerk: head.clerk ?? '',
    present: people.filter((a) => a.came).map((a) => ({ name: a.name, from: a.from })),
    points: points.map((p) => ({
      id: p.id,
      title: p.title,
      presenter: p.presenter ?? '',
      notes: p.notes,
      decisions: decisions.filter((d) => d.point_id === p.id).map(toDecision),
      tasks: tasks.filter((task) => task.point_id === p.id).map(toTask),
    })),
    general,
  };
}

const toDecision = (d: queries.DecisionRow): MinutesDecision => ({
  id: d.id,
  number: `${d.number}/${d.year}`,
  body: d.body,
  votes:
    d.votes_for === null || d.votes_against === null || d.abstained === null
      ? null
      : [d.votes_for, d.votes_against, d.abstained],
  validFrom: d.valid_from,
  checkOn: d.check_on,
});
const toTask = (row: queries.TaskRow): MinutesTask => ({
  id: row.id,
  what: row.what,
  owner: row.owner ?? '',
  due: row.due_on,
});

/** The minutes, as they were signed or as they stand; null before they were begun, and a draft for those who write it. */
export async function minutesOf(ctx: Ctx, meeting: Meeting): Promise<Minutes | null> {
  const row = await queries.findMinutes(ctx, meeting.id);
  if (!row) return null;
  return {
    state: row.state as MinutesState,
    round: row.round,
    remarksUntil: row.remarks_until,
    signedAt: row.signed_at,
    how: row.signed_how === 'people' || row.signed_how === 'silence' ? row.signed_how : null,
    hash: row.content_hash,
    rowVersion: row.row_version,
    // What was signed was written by `written` and never changed.
    content: row.content === null ? await written(ctx, meeting.id, row.general) : (row.content as Content),
  };
}

export async function beginMinutes(ctx: Ctx, place: Place, id: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayWrite(meeting, ctx.now));
  open(meeting.minutes === null, 'minutes_begun');
  await holdState(ctx, id, 'held', '');
  await queries.begin(ctx, id, meeting.bodyId);
  await note(ctx, 'minutes_begin', id);
}

/** The meeting, held while its draft is written. */
export async function drafting(ctx: Ctx, place: Place, id: string): Promise<Meeting> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayWrite(meeting, ctx.now));
  open(meeting.minutes === 'draft', 'minutes_not_begun');
  return meeting;
}

/** Sends the draft round: remarks and agreement until so many days later. */
export async function sendMinutes(ctx: Ctx, place: Place, id: string): Promise<void> {
  await drafting(ctx, place, id);
  await queries.send(ctx, id, addDays(today(ctx), await ruleOf(ctx, 'silence_days')));
  await enqueue(
    ctx,
    'partnerships.meeting_letters',
    { id, kind: 'minutes' },
    { key: `partnerships.meeting.minutes.${id}` },
  );
  await note(ctx, 'minutes_send', id);
}

/** Takes minutes back to change them; whoever agreed already agrees anew. */
export async function takeBack(ctx: Ctx, place: Place, id: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  if (!meeting.runs) throw notFound();
  open(meeting.minutes === 'sent', 'minutes_not_sent');
  await queries.takeBack(ctx, id);
  await note(ctx, 'minutes_back', id);
}

export async function remarksOf(ctx: Ctx, meetingId: string): Promise<Remark[]> {
  return (await queries.findRemarks(ctx, meetingId)).map((r) => ({
    id: r.id,
    by: r.by ?? '',
    remark: r.remark,
    madeAt: r.made_at,
    taken: r.taken,
    reply: r.reply,
  }));
}

export async function remark(ctx: Ctx, place: Place, id: string, form: RemarkForm): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  open(meeting.minutes === 'sent', 'minutes_not_sent');
  holdsNobody(ctx, { remark: form.remark }, form.looked === 'yes');
  await queries.addRemark(ctx, { id: newId(), bodyId: meeting.bodyId, meetingId: id, remark: form.remark });
  await note(ctx, 'remark', id);
}

export async function replyTo(
  ctx: Ctx,
  place: Place,
  id: string,
  remarkId: string,
  form: { taken: 'yes' | 'no'; reply: string },
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  if (!meeting.runs) throw notFound();
  if ((await queries.reply(ctx, remarkId, id, form.taken === 'yes', form.reply)) === 0) throw notFound();
  await note(ctx, 'remark_reply', id, { taken: form.taken === 'yes' });
}

export async function signaturesOf(ctx: Ctx, meetingId: string, round: number): Promise<Signature[]> {
  return (await queries.findSignatures(ctx, meetingId, round)).map((s) => ({
    worker: s.worker ?? '',
    institutionId: s.institution_id,
    institution: s.institution ?? '',
    role: s.role === 'chair' ? 'chair' : 'member',
    signedAt: s.signed_at,
  }));
}

export interface Agreement {
  readonly signatures: readonly Signature[];
  /** Institutions present for which nobody agreed yet. */
  readonly missing: readonly string[];
  /** As what the reader may agree now. */
  readonly as: 'chair' | 'member' | null;
}
/** Who agreed, who is awaited, and whether the reader may. Who chairs agrees as the chair; without one whoever runs it. */
export async function agreementOf(ctx: Ctx, meeting: Meeting, minutes: Minutes): Promise<Agreement> {
  const signatures = await signaturesOf(ctx, meeting.id, minutes.round);
  const present = new Map(
    (await attendeesOf(ctx, meeting.id)).flatMap((a) =>
      a.came && !a.guest && a.institutionId ? [[a.institutionId, a.from] as const] : [],
    ),
  );
  const signed = new Set(signatures.map((s) => s.institutionId));
  const { subjectId, institutionId } = ctx.actor;
  const chairs = meeting.chairId === null ? meeting.runs : meeting.chairId === subjectId;
  const asChair = chairs && !signatures.some((s) => s.role === 'chair');
  const asMember = present.has(institutionId) && !signed.has(institutionId);
  return {
    signatures,
    missing: [...present].filter(([id]) => !signed.has(id)).map(([, name]) => name),
    as: minutes.state !== 'sent' ? null : asChair ? 'chair' : asMember ? 'member' : null,
  };
}

/** Agrees to the minutes as they were sent; the last who is awaited closes them for good. */
export async function agree(ctx: Ctx, place: Place, id: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  const minutes = await minutesOf(ctx, meeting);
  if (!minutes) throw notFound();
  open(minutes.state === 'sent', 'minutes_not_sent');
  const before = await agreementOf(ctx, meeting, minutes);
  if (before.as === null) throw notFound();
  const signature = { id: newId(), bodyId: meeting.bodyId, meetingId: id, round: minutes.round };
  await queries.addSignature(ctx, { ...signature, role: before.as });
  await note(ctx, 'minutes_agree', id, { as: before.as });
  const after = await agreementOf(ctx, meeting, minutes);
  const everybody = agreed({
    chair: after.signatures.some((s) => s.role === 'chair'),
    present: after.missing,
    signed: [],
  });
  if (everybody) await close(ctx, id, 'people', minutes.content);
}

async function close(ctx: Ctx, id: string, how: 'people' | 'silence', content: Content): Promise<void> {
  const stored = JSON.stringify(content);
  await queries.close(ctx, id, how, stored, sha256(new TextEncoder().encode(stored)));
  await note(ctx, 'minutes_sign', id, { how });
}

/** Every morning: minutes nobody remarked on in time count as agreed. Gives how many. */
export async function closeSilent(ctx: Ctx): Promise<number> {
  const silent = await queries.findSilent(ctx, today(ctx));
  for (const { meeting_id: id } of silent) {
    const row = await queries.findMinutes(ctx, id);
    if (row) await close(ctx, id, 'silence', await written(ctx, id, row.general));
  }
  return silent.length;
}

export async function notesOf(ctx: Ctx, meetingId: string): Promise<NoteLine[]> {
  return (await queries.findNotes(ctx, meetingId)).map((n) => ({
    worker: n.worker ?? '',
    note: n.note,
    madeAt: n.made_at,
  }));
}

/** A correction beside signed minutes; they themselves do not change. */
export async function addNote(
  ctx: Ctx,
  place: Place,
  id: string,
  form: { note: string; looked?: 'yes' | undefined },
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  if (!meeting.runs) throw notFound();
  open(meeting.minutes === 'signed', 'minutes_not_signed');
  holdsNobody(ctx, { note: form.note }, form.looked === 'yes');
  await queries.addNote(ctx, { id: newId(), bodyId: meeting.bodyId, meetingId: id, note: form.note });
  await note(ctx, 'minutes_note', id);
}
