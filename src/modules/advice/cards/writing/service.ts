import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { questionOf, topics } from '../../service.ts';
import { mayAsk, mayChange, mayReopen, mayWriteCards } from '../policy.ts';
import { findClients, findEntity, insertAdviser, insertClient } from '../queries.ts';
import {
  type Card,
  type CardForm,
  type Client,
  type ClientForm,
  type DeskChoice,
  isHalf,
} from '../schema.ts';
import { clientOf, holdCard, ownDesks, typeChoices } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

export async function deskChosen(ctx: Ctx, id: string | null): Promise<DeskChoice> {
  const own = await ownDesks(ctx);
  const desk = id === null && own.length === 1 ? own[0] : own.find((each) => each.id === id);
  if (!desk) throw invalid({ field: 'desk', message: 'choice' });
  return desk;
}

/** Whom a desk advises that is not written down yet; the actor becomes their key adviser. Gives the id. */
export async function addClient(ctx: Ctx, deskId: string, form: ClientForm): Promise<Client> {
  if (!mayWriteCards(ctx.actor).allowed) throw notFound();
  const kind = form.client_kind;
  if (kind === null) throw invalid({ field: 'client_kind', message: 'choice' });
  const typed = kind === 'entity' ? UUID.exec(form.client_entity)?.[0] : undefined;
  const entity = typed === undefined ? null : await findEntity(ctx, typed);
  if (kind === 'entity' && form.client_entity !== '' && !entity?.id)
    throw invalid({ field: 'client_entity', message: text[ctx.lang].form.noEntity });
  const name = form.client_name === '' ? (entity?.name ?? '') : form.client_name;
  if (name === '') throw invalid({ field: 'client_name', message: 'required' });
  const id = newId();
  const isEntity = kind === 'entity';
  await insertClient(ctx, {
    id,
    deskId,
    kind,
    name,
    entityId: isEntity ? (entity?.id ?? null) : null,
    nip: isEntity ? form.client_nip : '',
    undertaking: isEntity && form.client_undertaking,
    email: form.client_email,
    phone: form.client_phone,
  });
  await insertAdviser(ctx, { clientId: id, deskId, kind, workerId: ctx.actor.subjectId, isKey: true });
  await record(ctx, {
    action: 'client.add',
    objectType: 'advice_client',
    objectId: id,
    classes: ['D1'],
    detail: { kind },
  });
  return clientOf(ctx, id);
}

/** What is typed as it is written: checked against the dictionaries, the pool and the month. */
async function written(ctx: Ctx, form: CardForm, client: Client, own: Card | null): Promise<queries.Written> {
  const t = text[ctx.lang].form;
  if (!(await typeChoices(ctx)).some(({ code }) => code === form.type))
    throw invalid({ field: 'type', message: 'choice' });
  if (form.topic !== '' && !(await topics(ctx)).some(({ code }) => code === form.topic))
    throw invalid({ field: 'topic', message: 'choice' });
  const { on, from, to, hours, channel } = form;
  if (on === null) throw invalid({ field: 'on', message: 'required' });
  if (on > warsawDate(ctx.now)) throw invalid({ field: 'on', message: 'date.future' });
  const { state } = await queries.findMonth(ctx, client.deskId, on);
  if (state === 'handed' || state === 'approved')
    throw invalid({ field: 'on', message: t.monthClosed(formatDate(on, ctx.lang).slice(3)) });
  if ((from === null) !== (to === null))
    throw invalid({ field: from === null ? 'from' : 'to', message: 'required' });
  if (hours === null) throw invalid({ field: 'hours', message: 'required' });
  if (!isHalf(hours, 24)) throw invalid({ field: 'hours', message: t.halves });
  if (from !== null && to !== null) {
    const minutes = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
    if (minutes(to) <= minutes(from)) throw invalid({ field: 'to', message: 'time.order' });
    const most = Math.ceil((minutes(to) - minutes(from)) / 30) / 2;
    if (hours > most) throw invalid({ field: 'hours', message: t.tooManyHours(most) });
  }
  if (channel === null) throw invalid({ field: 'channel', message: 'choice' });
  const pool = await queries.lockPool(ctx, client.id, form.type);
  const left = (pool?.left ?? 0) + (own && pool && own.poolId === pool.id ? own.hours : 0);
  if (pool && hours > left) throw invalid({ field: 'hours', message: t.poolEmpty(left) });
  return {
    clientId: client.id,
    clientKind: client.kind,
    typeCode: form.type,
    topicCode: form.topic === '' ? null : form.topic,
    poolId: pool?.id ?? null,
    on,
    from,
    to,
    hours,
    channel,
    problem: form.problem,
    advice: form.advice,
    nextSteps: form.next_steps,
  };
}

/** Writes a card; who is advised may be added with it. Gives its id. Throws `invalid`. */
export async function addCard(ctx: Ctx, form: CardForm): Promise<string> {
  if (!mayWriteCards(ctx.actor).allowed) throw notFound();
  const question = form.question === null ? null : await questionOf(ctx, form.question);
  const known = form.client === null ? null : await clientOf(ctx, form.client);
  const desk = await deskChosen(ctx, question?.deskId ?? known?.deskId ?? form.desk);
  if (known && known.deskId !== desk.id) throw invalid({ field: 'client', message: 'choice' });
  if (known?.erased) throw invalid({ field: 'client', message: 'choice' });
  const client = known ?? (await addClient(ctx, desk.id, form));
  const id = newId();
  const card = await written(ctx, form, client, null);
  await queries.insertCard(ctx, id, desk.id, question?.id ?? null, card);
  await record(ctx, { action: 'card.add', objectType: 'advice_card', objectId: id, classes: ['D1'] });
  return id;
}

const refuse = (reason: string): AppError => new AppError('conflict', { reason });

/** Writes a card again. Throws `invalid`, `stale`, and `conflict` when it was confirmed or its month is closed. */
export async function changeCard(ctx: Ctx, id: string, form: CardForm): Promise<void> {
  const card = await holdCard(ctx, id, form._version);
  const decision = mayChange(ctx.actor, card);
  if (!decision.allowed) throw refuse(decision.reason);
  const client = await clientOf(ctx, form.client ?? card.clientId);
  if (client.deskId !== card.deskId) throw invalid({ field: 'client', message: 'choice' });
  await queries.updateCard(ctx, id, await written(ctx, form, client, card));
  await record(ctx, { action: 'card.change', objectType: 'advice_card', objectId: id, classes: ['D1'] });
}

/** Asks whoever was advised to confirm: a letter with a secret link goes to their address. */
export async function askToConfirm(ctx: Ctx, id: string): Promise<void> {
  const card = await holdCard(ctx, id);
  const decision = mayAsk(ctx.actor, card);
  if (!decision.allowed) throw refuse(decision.reason);
  if (card.clientEmail === '') throw invalid({ field: '', message: text[ctx.lang].card.noAddress });
  await queries.markAsked(ctx, id);
  await enqueue(ctx, 'advice.card_confirm', { id });
  await record(ctx, { action: 'card.ask', objectType: 'advice_card', objectId: id, classes: ['D1'] });
}

/** Takes the answer back, so that the card is written and confirmed anew. */
export async function reopen(ctx: Ctx, id: string): Promise<void> {
  const card = await holdCard(ctx, id);
  const decision = mayReopen(ctx.actor, card);
  if (!decision.allowed) throw refuse(decision.reason);
  await queries.markReopened(ctx, id);
  await record(ctx, { action: 'card.reopen', objectType: 'advice_card', objectId: id, classes: ['D1'] });
}

const TYPE_OF_CHANNEL: Readonly<Record<string, string>> = {
  phone: 'phone',
  visit: 'in_person',
  web: 'written',
  mail: 'written',
};

/** What the form of a new card begins with: nothing, a client, or a question of the desk with its answer. */
export async function beginning(
  ctx: Ctx,
  from: { readonly client?: string | undefined; readonly question?: string | undefined },
): Promise<Record<string, string>> {
  const today = formatDate(warsawDate(ctx.now), ctx.lang);
  if (from.client) return { client: from.client, on: today };
  if (!from.question) return { on: today };
  const question = await questionOf(ctx, from.question);
  const asked = await queries.findAsked(ctx, question.id);
  await record(ctx, { action: 'view', objectType: 'question', objectId: question.id, classes: ['D1'] });
  return {
    question: question.id,
    desk: question.deskId,
    topic: question.topicCode ?? '',
    channel: TYPE_OF_CHANNEL[question.channel] ?? 'written',
    on: formatDate(warsawDate(question.answeredAt ?? ctx.now), ctx.lang),
    hours: '0,5',
    client_name: asked?.name ?? '',
    client_email: asked?.email ?? '',
    client_phone: asked?.phone ?? '',
    problem: (asked?.problem ?? '').slice(0, 8000),
    advice: (asked?.answer ?? '').slice(0, 20000),
  };
}

export const clientChoices = async (ctx: Ctx) => findClients(ctx);
