import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { CARD_CHANNELS, CARD_STATES, CLIENT_KINDS } from '../schema.ts';
import { demandReader } from '../service.ts';
import { mayDecide, mayHand } from './policy.ts';
import * as queries from './queries.ts';
import type { AdviserMonth, MonthOf, Statement, StatementState } from './schema.ts';
import { text } from './text.pl.ts';

const stateOf = (state: string | null | undefined): StatementState =>
  state === 'handed' || state === 'returned' || state === 'approved' ? state : 'open';
export const monthOf = (ctx: Ctx): string => warsawDate(ctx.now).slice(0, 7);

/** Who advised in a month: the actor, and everybody at the desks they oversee. */
export async function months(ctx: Ctx, month: string): Promise<readonly AdviserMonth[]> {
  demandReader(ctx);
  return (await queries.findAdvisers(ctx, `${month}-01`)).map((row) => ({
    deskId: row.deskId ?? '',
    desk: ctx.lang === 'en' && row.deskEn !== '' ? row.deskEn : row.deskPl,
    workerId: row.workerId ?? '',
    worker: row.worker ?? '',
    cards: row.cards ?? 0,
    hours: row.hours ?? 0,
    valueGrosze: row.valueGrosze ?? 0,
    drafts: row.drafts ?? 0,
    waiting: row.waiting ?? 0,
    disputed: row.disputed ?? 0,
    state: stateOf(row.state),
  }));
}

/** The month of an adviser at a desk. Throws `not_found` for who neither is them nor oversees the desk. */
export async function statementOf(ctx: Ctx, of: MonthOf): Promise<Statement> {
  demandReader(ctx);
  const desk = await queries.findDesk(ctx, of.desk);
  const rows = await queries.findLines(ctx, of.desk, of.worker, `${of.month}-01`);
  const kept = await queries.findStatement(ctx, of.desk, of.worker, `${of.month}-01`);
  const own = of.worker === ctx.actor.subjectId;
  if (!desk || (!own && rows.length === 0 && !kept)) throw notFound();
  const lines = rows.map((row) => ({
    cardId: row.cardId,
    number: row.number ?? '',
    on: row.on ?? '',
    type: ctx.lang === 'en' ? row.typeEn : row.typePl,
    hours: row.hours ?? 0,
    channel: CARD_CHANNELS.find((each) => each === row.channel) ?? ('written' as const),
    state: CARD_STATES.find((each) => each === row.state) ?? ('draft' as const),
    clientKind: CLIENT_KINDS.find((each) => each === row.clientKind) ?? ('person' as const),
    client: row.client ?? '',
    valueGrosze: row.valueGrosze,
  }));
  const sum = (pick: (line: (typeof lines)[number]) => number) =>
    lines.reduce((all, line) => all + pick(line), 0);
  return {
    ...of,
    state: stateOf(kept?.state),
    deskName: ctx.lang === 'en' && desk.nameEn !== '' ? desk.nameEn : desk.namePl,
    institution: desk.institution ?? '',
    workerName: own ? ctx.actor.name : ((await queries.findWorker(ctx, of.worker))?.name ?? ''),
    note: kept?.note ?? '',
    decidedBy: kept?.decidedBy ?? null,
    decidedAt: kept?.decidedAt ?? null,
    lines,
    hours: sum((line) => line.hours),
    valueGrosze: sum((line) => line.valueGrosze ?? 0),
    drafts: lines.filter((line) => line.state === 'draft').length,
    disputed: lines.filter((line) => line.state === 'disputed').length,
  };
}

export async function readStatement(ctx: Ctx, of: MonthOf): Promise<Statement> {
  const statement = await statementOf(ctx, of);
  await record(ctx, {
    action: 'view',
    objectType: 'advice_statement',
    objectId: of.worker,
    detail: { month: of.month, rows: statement.lines.length },
  });
  return statement;
}
export const statementRights = ({ actor }: Ctx, of: Statement) => ({
  hand: mayHand(actor, of).allowed,
  decide: mayDecide(actor, of).allowed,
});

const note = (ctx: Ctx, action: string, of: MonthOf): Promise<void> =>
  record(ctx, { action, objectType: 'advice_statement', objectId: of.worker, detail: { month: of.month } });

export async function handMonth(ctx: Ctx, of: MonthOf): Promise<void> {
  const statement = await statementOf(ctx, of);
  const decision = mayHand(ctx.actor, statement);
  if (!decision.allowed) {
    if (decision.reason === 'drafts')
      throw invalid({ field: '', message: text[ctx.lang].draftsLeft(statement.drafts) });
    throw new AppError('conflict', { reason: decision.reason });
  }
  const kept = await queries.findStatement(ctx, of.desk, of.worker, `${of.month}-01`);
  if (kept) await queries.handAgain(ctx, kept.id);
  else await queries.insertStatement(ctx, newId(), of.desk, `${of.month}-01`);
  await note(ctx, 'statement.hand', of);
}

/** Approves the month, which then never changes, or returns it with a note. */
export async function decideMonth(ctx: Ctx, of: MonthOf, returned: string | null): Promise<void> {
  const statement = await statementOf(ctx, of);
  const decision = mayDecide(ctx.actor, statement);
  const kept = await queries.findStatement(ctx, of.desk, of.worker, `${of.month}-01`);
  if (!decision.allowed || !kept)
    throw new AppError('conflict', { reason: decision.allowed ? 'notHanded' : decision.reason });
  const open = statement.drafts + statement.disputed;
  if (returned === null && open > 0) throw invalid({ field: '', message: text[ctx.lang].notReady(open) });
  const done = await queries.decide(
    ctx,
    kept.id,
    returned === null ? 'approved' : 'returned',
    returned ?? '',
  );
  if (done === 0) throw notFound();
  await note(ctx, returned === null ? 'statement.approve' : 'statement.return', of);
}

/** What waits for the actor among months handed over. */
export async function dueStatements(ctx: Ctx) {
  return (await queries.findHanded(ctx)).map((row) => ({
    href: `/advice/cards/months/${row.desk}/${row.worker}/${row.month}`,
    what: text[ctx.lang].due(row.name ?? '', row.month ?? ''),
    until: null,
    late: false,
  }));
}
