import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { stems } from '#kernel/words/words.ts';
import { type BodyKind, type DecisionState, PAGE, type Place, type TaskState } from '../schema.ts';
import { bodyIds, note, open, today } from '../service.ts';
import * as queries from './queries.ts';
import type {
  Decision,
  DecisionStateForm,
  DecisionsQuery,
  Task,
  TaskStateForm,
  TasksQuery,
} from './schema.ts';
import { text } from './text.pl.ts';

const EXPORTED = 10_000;

const toDecision = (row: queries.DecisionRow): Decision => ({
  id: row.id,
  number: `${row.number}/${row.year}`,
  body: row.body,
  bodyKind: row.body_kind as BodyKind,
  meetingId: row.meeting_id,
  meeting: row.meeting,
  heldAt: row.held_at,
  votes:
    row.votes_for === null || row.votes_against === null || row.abstained === null
      ? null
      : [row.votes_for, row.votes_against, row.abstained],
  validFrom: row.valid_from,
  checkOn: row.check_on,
  state: row.state as DecisionState,
  settledOn: row.settled_on,
  revokedBy: row.revoked_by,
  signed: row.signed ?? false,
  rowVersion: row.row_version,
});

const wanted = (place: Place, query: DecisionsQuery) => {
  const words = stems(query.q).map((stem) => `'${stem.replaceAll("'", "''")}'`);
  return {
    bodies: bodyIds(place),
    id: null,
    words: words.length === 0 ? null : words.join(' & '),
    state: query.state || null,
    year: query.year === '' ? null : Number(query.year),
  };
};

export interface Register {
  readonly decisions: readonly Decision[];
  readonly total: number;
  readonly years: readonly number[];
}
/** Decisions of the bodies, found by Polish stems; minutes still a draft show theirs to those who write them. */
export async function registerOf(
  ctx: Ctx,
  place: Place,
  query: DecisionsQuery,
  all = false,
): Promise<Register> {
  const of = wanted(place, query);
  const rows = await queries.findDecisions(ctx, {
    ...of,
    limit: all ? EXPORTED : PAGE,
    offset: all ? 0 : (query.page - 1) * PAGE,
  });
  return {
    decisions: rows.map(toDecision),
    total: (await queries.countDecisions(ctx, of)).count ?? 0,
    years: (await queries.findYears(ctx, of.bodies)).map((r) => r.year),
  };
}

export async function decisionOf(ctx: Ctx, place: Place, id: string): Promise<Decision> {
  const of = { bodies: bodyIds(place), id, words: null, state: null, year: null, limit: 1, offset: 0 };
  const [row] = await queries.findDecisions(ctx, of);
  if (!row) throw notFound();
  return toDecision(row);
}

/** In force, carried out, or revoked by a later decision of the same body; and when it is to be looked at again. */
export async function settleDecision(
  ctx: Ctx,
  place: Place,
  id: string,
  form: DecisionStateForm,
): Promise<void> {
  if (!place.runs) throw notFound();
  const decision = await decisionOf(ctx, place, id);
  const t = text[ctx.lang];
  const number = /^(\d{1,6})\/(\d{4})$/.exec(form.revokedBy);
  if (form.state === 'revoked' && !number) throw invalid({ field: 'revokedBy', message: t.numberNeeded });
  const by =
    form.state === 'revoked' && number
      ? await queries.findByNumber(ctx, id, Number(number[2]), Number(number[1]))
      : null;
  if (form.state === 'revoked' && by === null)
    throw invalid({ field: 'revokedBy', message: t.numberUnknown });
  if (!decision.signed) await queries.setCheck(ctx, id, form.checkOn);
  const changed = await queries.settle(ctx, {
    id,
    state: form.state,
    on: form.state === 'in_force' ? null : today(ctx),
    revokedBy: by?.id ?? null,
    version: form._version ?? decision.rowVersion,
  });
  if (changed === 0) throw stale({ state: t.states[decision.state] });
  await note(ctx, 'decision_state', decision.meetingId, { decision: id, state: form.state });
}

const toTask = (row: queries.TaskRow): Task => ({
  id: row.id,
  what: row.what,
  institutionId: row.institution_id,
  institution: row.institution ?? '',
  worker: row.worker,
  meetingId: row.meeting_id,
  meeting: row.meeting,
  due: row.due_on,
  state: row.state as TaskState,
  remark: row.remark,
  settledOn: row.settled_on,
  rowVersion: row.row_version,
});

export async function tasksOf(
  ctx: Ctx,
  place: Place,
  query: TasksQuery,
): Promise<{ tasks: Task[]; total: number }> {
  const of = {
    bodies: bodyIds(place),
    open: query.state !== 'all',
    institution: query.state === 'mine' ? ctx.actor.institutionId : null,
  };
  const rows = await queries.findTasks(ctx, {
    ...of,
    id: null,
    limit: PAGE,
    offset: (query.page - 1) * PAGE,
  });
  return { tasks: rows.map(toTask), total: (await queries.countTasks(ctx, of)).count ?? 0 };
}

export async function taskOf(ctx: Ctx, place: Place, id: string): Promise<Task> {
  const of = { bodies: bodyIds(place), open: false, institution: null, id, limit: 1, offset: 0 };
  const [row] = await queries.findTasks(ctx, of);
  if (!row) throw notFound();
  return toTask(row);
}

export const maySettleTask = (ctx: Ctx, place: Place, task: Task): boolean =>
  place.runs || task.institutionId === ctx.actor.institutionId;

/** How a task goes, by the institution that took it on or by whoever runs the meetings. */
export async function settleTask(ctx: Ctx, place: Place, id: string, form: TaskStateForm): Promise<void> {
  const task = await taskOf(ctx, place, id);
  if (!maySettleTask(ctx, place, task)) throw notFound();
  open(place.partnership?.state !== 'ended', 'partnership_ended');
  const over = form.state === 'done' || form.state === 'dropped';
  if (form.state === 'dropped' && form.remark === '')
    throw invalid({ field: 'remark', message: text[ctx.lang].whyDropped });
  const changed = await queries.setTask(ctx, {
    id,
    state: form.state,
    remark: form.remark,
    on: over ? (task.settledOn ?? today(ctx)) : null,
    version: form._version ?? task.rowVersion,
  });
  if (changed === 0) throw stale({ state: text[ctx.lang].taskStates[task.state], remark: task.remark });
  await note(ctx, 'task_state', task.meetingId, { task: id, state: form.state });
}
