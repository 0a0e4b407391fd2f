import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound, stale } from '#kernel/errors.ts';
import { desks, myDesks } from '../service.ts';
import { mayAsk, mayChange, mayReadCards, mayReopen, mayWriteCards } from './policy.ts';
import * as queries from './queries.ts';
import {
  CARD_CHANNELS,
  CARD_STATES,
  CARDS_PAGE,
  type Card,
  type CardLine,
  type CardsQuery,
  type Choice,
  CLIENT_KINDS,
  type Client,
  type DeskChoice,
} from './schema.ts';

const inLang = (ctx: Ctx, pl: string, en: string): string => (ctx.lang === 'en' && en !== '' ? en : pl);
const kindOf = (kind: string) => CLIENT_KINDS.find((each) => each === kind) ?? 'person';
const stateOf = (state: string) => CARD_STATES.find((each) => each === state) ?? 'draft';

export function demandReader(ctx: Ctx): void {
  if (!mayReadCards(ctx.actor).allowed) throw notFound();
}

/** The desks where the actor advises. */
export async function ownDesks(ctx: Ctx): Promise<readonly DeskChoice[]> {
  const mine = await myDesks(ctx);
  return (await desks(ctx))
    .filter(({ id }) => mine.includes(id))
    .map(({ id, institutionId, namePl, nameEn }) => ({
      id,
      institutionId,
      name: inLang(ctx, namePl, nameEn),
    }));
}
export const typeChoices = async (ctx: Ctx): Promise<readonly Choice[]> =>
  (await queries.findTypes(ctx)).map(({ code, namePl, nameEn }) => ({
    code,
    name: inLang(ctx, namePl, nameEn),
  }));
const asLine = (ctx: Ctx, row: queries.LineRow): CardLine => ({
  id: row.id,
  number: row.number,
  on: row.on,
  clientId: row.clientId,
  client: row.client,
  clientKind: kindOf(row.clientKind),
  worker: row.worker ?? '',
  type: inLang(ctx, row.typePl, row.typeEn),
  hours: row.hours,
  state: stateOf(row.state),
  valueGrosze: row.valueGrosze,
});

/** One page of the cards that the actor may see, newest first, with how many there are and how many hours. */
export async function listCards(ctx: Ctx, query: CardsQuery) {
  demandReader(ctx);
  const by = {
    desk: query.desk ?? null,
    client: query.client ?? null,
    state: query.state ?? null,
    type: query.type ?? null,
    month: query.month === undefined ? null : `${query.month}-01`,
    worker: query.mine === 'yes' ? ctx.actor.subjectId : null,
  };
  const rows = await queries.findCards(ctx, by, CARDS_PAGE, (query.page - 1) * CARDS_PAGE);
  const { n, hours } = await queries.countCards(ctx, by);
  await record(ctx, {
    action: 'view',
    objectType: 'advice_cards',
    classes: ['D1'],
    detail: { rows: rows.length },
  });
  return { lines: rows.map((row) => asLine(ctx, row)), total: n ?? 0, hours: hours ?? 0 };
}

/** Every card of a client, newest first; for pages that record themselves. */
export async function cardLines(ctx: Ctx, clientId: string): Promise<readonly CardLine[]> {
  const by = { desk: null, client: clientId, state: null, type: null, month: null, worker: null };
  return (await queries.findCards(ctx, by, 500, 0)).map((row) => asLine(ctx, row));
}

export async function clientOf(ctx: Ctx, id: string): Promise<Client> {
  demandReader(ctx);
  const row = await queries.findClient(ctx, id);
  if (!row) throw notFound();
  const { erasedAt, kind, ...rest } = row;
  return { ...rest, kind: kindOf(kind), erased: erasedAt !== null };
}

/** Throws `not_found` for a card that is none of the actor's desks, or a person's whom they do not advise. */
export async function cardOf(ctx: Ctx, id: string): Promise<Card> {
  demandReader(ctx);
  const row = await queries.findCard(ctx, id);
  if (!row) throw notFound();
  const { deskPl, deskEn, topicPl, topicEn, erasedAt, month, channel, answeredHow, ...rest } = row;
  return {
    ...rest,
    ...asLine(ctx, row),
    desk: inLang(ctx, deskPl, deskEn),
    topic: topicPl === null ? null : inLang(ctx, topicPl, topicEn ?? ''),
    channel: CARD_CHANNELS.find((each) => each === channel) ?? 'written',
    answeredHow: answeredHow === 'link' || answeredHow === 'paper' ? answeredHow : null,
    month: month === 'handed' || month === 'returned' || month === 'approved' ? month : 'open',
    erased: erasedAt !== null,
  };
}

/** The card, held until the end of the transaction. Throws `stale` when the form is older. */
export async function holdCard(ctx: Ctx, id: string, version?: number): Promise<Card> {
  demandReader(ctx);
  const held = await queries.lockCard(ctx, id);
  if (!held) throw notFound();
  const card = await cardOf(ctx, id);
  if (version !== undefined && held.rowVersion !== version) throw stale({ ...card });
  return card;
}

/** A card as it is read, with its record. */
export async function readCard(ctx: Ctx, id: string): Promise<Card> {
  const card = await cardOf(ctx, id);
  await record(ctx, { action: 'view', objectType: 'advice_card', objectId: id, classes: ['D1'] });
  return card;
}

export const mayWrite = (ctx: Ctx): boolean => mayWriteCards(ctx.actor).allowed;

/** What the actor may do with a card now. */
export const cardRights = ({ actor }: Ctx, card: Card) => ({
  change: mayChange(actor, card).allowed,
  ask: mayAsk(actor, card).allowed,
  reopen: mayReopen(actor, card).allowed,
  documents: card.workerId === actor.subjectId && card.month !== 'approved' && !card.erased,
});
