import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { vector } from '#kernel/words/words.ts';
import { pointOf } from '../../agenda/service.ts';
import type { Place } from '../../schema.ts';
import { holdsNobody, note, workersOf } from '../../service.ts';
import { text } from '../../text.pl.ts';
import * as queries from '../queries.ts';
import type { DecisionForm, GeneralForm, NotesForm, TaskForm } from '../schema.ts';
import { drafting } from '../service.ts';

export async function writeGeneral(ctx: Ctx, place: Place, id: string, form: GeneralForm): Promise<void> {
  await drafting(ctx, place, id);
  const row = await queries.findMinutes(ctx, id);
  if (!row) throw notFound();
  if (form._version !== undefined && form._version !== row.row_version) throw stale({ general: row.general });
  holdsNobody(ctx, { general: form.general }, form.looked === 'yes');
  await queries.setGeneral(ctx, id, form.general);
  await note(ctx, 'minutes_write', id);
}

/** What was said of a point. */
export async function writeNotes(
  ctx: Ctx,
  place: Place,
  id: string,
  pointId: string,
  form: NotesForm,
): Promise<void> {
  const meeting = await drafting(ctx, place, id);
  const point = await pointOf(ctx, meeting, pointId);
  if (form._version !== undefined && form._version !== point.rowVersion) throw stale({ notes: point.notes });
  holdsNobody(ctx, { notes: form.notes }, form.looked === 'yes');
  await queries.setNotes(ctx, pointId, form.notes);
  await note(ctx, 'minutes_write', id);
}

/** A decision with the next number of the body in the year of the meeting. */
export async function decide(
  ctx: Ctx,
  place: Place,
  id: string,
  pointId: string,
  form: DecisionForm,
): Promise<void> {
  const meeting = await drafting(ctx, place, id);
  await pointOf(ctx, meeting, pointId);
  holdsNobody(ctx, { body: form.body }, form.looked === 'yes');
  const { votesFor, votesAgainst, abstained } = form;
  const counted = [votesFor, votesAgainst, abstained].filter((n) => n !== null).length;
  if (counted !== 0 && counted !== 3) throw invalid({ field: 'votesFor', message: text[ctx.lang].allVotes });
  const day = warsawDate(meeting.startsAt);
  const validFrom = form.validFrom ?? day;
  if (form.checkOn !== null && form.checkOn < validFrom)
    throw invalid({ field: 'checkOn', message: text[ctx.lang].checkAfter });
  await queries.holdNumbers(ctx, meeting.bodyId);
  await queries.addDecision(ctx, {
    id: newId(),
    bodyId: meeting.bodyId,
    meetingId: id,
    pointId,
    year: Number(day.slice(0, 4)),
    body: form.body,
    votes:
      votesFor === null || votesAgainst === null || abstained === null
        ? null
        : [votesFor, votesAgainst, abstained],
    validFrom,
    checkOn: form.checkOn,
    words: vector({ A: form.body, B: '', C: meeting.title }, []),
  });
  await note(ctx, 'decide', id);
}

/** A task that an institution takes upon itself; when nobody is named its contact persons are reminded. */
export async function giveTask(
  ctx: Ctx,
  place: Place,
  id: string,
  pointId: string,
  form: TaskForm,
): Promise<void> {
  const meeting = await drafting(ctx, place, id);
  await pointOf(ctx, meeting, pointId);
  holdsNobody(ctx, { what: form.what }, form.looked === 'yes');
  if (!place.members.some((m) => m.institutionId === form.institution))
    throw invalid({ field: 'institution', message: 'choice' });
  const worker = (await workersOf(ctx, place)).find((w) => w.id === form.worker);
  if (form.worker !== '' && worker?.institutionId !== form.institution)
    throw invalid({ field: 'worker', message: text[ctx.lang].workerOf });
  const due = form.due ?? '';
  if (due < warsawDate(meeting.startsAt)) throw invalid({ field: 'due', message: text[ctx.lang].dueAfter });
  await queries.addTask(ctx, {
    id: newId(),
    bodyId: meeting.bodyId,
    meetingId: id,
    pointId,
    what: form.what,
    institution: form.institution,
    worker: worker?.id ?? null,
    due,
  });
  await note(ctx, 'task', id);
}

/** Takes out what was written into a draft by mistake. */
export async function dropItem(
  ctx: Ctx,
  place: Place,
  id: string,
  kind: 'decision' | 'task',
  itemId: string,
): Promise<void> {
  await drafting(ctx, place, id);
  const dropped = await (kind === 'decision' ? queries.dropDecision : queries.dropTask)(ctx, itemId, id);
  if (dropped === 0) throw notFound();
  await note(ctx, `${kind}_drop`, id);
}
