import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { topicGroups } from '../service.ts';
import { addDocument, confirmOnPaper, filesOf, giveFile } from './files/service.ts';
import { CardPage } from './pages/card.tsx';
import { CardsPage } from './pages/list.tsx';
import { type Sent, WriteCardPage } from './pages/write.tsx';
import { pathRoutes } from './paths/routes.tsx';
import { rateRoutes } from './rates/routes.tsx';
import {
  cardBody,
  cardsQuery,
  documentBody,
  emptyBody,
  fileParams,
  idParams,
  newQuery,
  paperBody,
} from './schema.ts';
import { cardOf, cardRights, listCards, mayWrite, ownDesks, readCard, typeChoices } from './service.ts';
import { statementRoutes } from './statements/routes.tsx';
import { addCard, askToConfirm, beginning, changeCard, clientChoices, reopen } from './writing/service.ts';

const reader = { permission: 'work', personal: true } as const;
const writer = { permission: 'advice.answer', personal: true } as const;
const one = { ...writer, params: idParams } as const;
const to = (id: string) => redirect(`/advice/cards/${id}`);

const upload = (values: FormValues): File | null => {
  const value = values.file;
  return value instanceof File && value.size > 0 ? value : null;
};

async function writePage(ctx: Ctx, id: string | null, sent: Sent) {
  const card = id === null ? null : await readCard(ctx, id);
  if (card && !cardRights(ctx, card).change) throw notFound();
  const clients = await clientChoices(ctx);
  return (
    <WriteCardPage
      card={card}
      formKey={newId()}
      desks={await ownDesks(ctx)}
      clients={card ? clients.filter(({ deskId }) => deskId === card.deskId) : clients}
      types={await typeChoices(ctx)}
      topics={await topicGroups(ctx)}
      {...sent}
      values={
        sent.values ??
        (card && {
          ...card,
          client: card.clientId,
          type: card.typeCode,
          topic: card.topicCode ?? '',
          on: formatDate(card.on, ctx.lang),
          from: card.from ?? '',
          to: card.to ?? '',
          hours: String(card.hours).replace('.', ','),
          next_steps: card.nextSteps,
        }) ??
        {}
      }
    />
  );
}

async function cardPage(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  const card = await readCard(ctx, id);
  return (
    <CardPage
      card={card}
      files={await filesOf(ctx, id)}
      rights={cardRights(ctx, card)}
      keys={{ ask: newId(), paper: newId(), reopen: newId(), document: newId() }}
      errors={errors}
    />
  );
}

/** Cards of advice: the list, one card, and what is done with it. */
export const cardRoutes: readonly Route[] = [
  // Words before ids.
  ...statementRoutes,
  ...rateRoutes,
  ...pathRoutes,
  page('/advice/cards', { ...reader, query: cardsQuery }, async (ctx, { query }) => (
    <CardsPage
      query={query}
      {...(await listCards(ctx, query))}
      types={await typeChoices(ctx)}
      writes={mayWrite(ctx)}
    />
  )),
  page('/advice/cards/new', { permission: 'advice.answer', query: newQuery }, async (ctx, { query }) =>
    writePage(ctx, null, { values: await beginning(ctx, query) }),
  ),
  form(
    '/advice/cards/new',
    { permission: 'advice.answer', body: cardBody },
    async (ctx, { body }) => to(await addCard(ctx, body)),
    (ctx, { values, errors }) => writePage(ctx, null, { values, errors }),
  ),
  page('/advice/cards/:id', { ...reader, params: idParams }, (ctx, { params }) => cardPage(ctx, params.id)),
  page('/advice/cards/:id/change', one, (ctx, { params }) => writePage(ctx, params.id, {})),
  form(
    '/advice/cards/:id/change',
    { ...one, body: cardBody },
    async (ctx, { params, body }) => {
      await changeCard(ctx, params.id, body);
      return to(params.id);
    },
    (ctx, { params, values, errors, current }) =>
      writePage(ctx, params.id, { values, errors, ...(current && { now: current }) }),
  ),
  form(
    '/advice/cards/:id/ask',
    { ...one, body: emptyBody },
    async (ctx, { params }) => {
      await askToConfirm(ctx, params.id);
      return to(params.id);
    },
    (ctx, { params, errors }) => cardPage(ctx, params.id, errors),
  ),
  form(
    '/advice/cards/:id/paper',
    { ...one, body: paperBody },
    async (ctx, { params, body, values }) => {
      await confirmOnPaper(ctx, params.id, body.who, upload(values));
      return to(params.id);
    },
    (ctx, { params, errors }) => cardPage(ctx, params.id, errors),
  ),
  form(
    '/advice/cards/:id/files',
    { ...one, body: documentBody },
    async (ctx, { params, values }) => {
      await addDocument(ctx, params.id, typed(values, 'title').trim(), upload(values));
      return redirect(`/advice/cards/${params.id}#documents`);
    },
    (ctx, { params, errors }) => cardPage(ctx, params.id, errors),
  ),
  page('/advice/cards/:id/files/:file', { ...reader, params: fileParams }, async (ctx, { params }) => {
    await cardOf(ctx, params.id);
    return giveFile(ctx, params.id, params.file);
  }),
  form('/advice/cards/:id/reopen', { ...one, body: emptyBody }, async (ctx, { params }) => {
    await reopen(ctx, params.id);
    return to(params.id);
  }),
];
