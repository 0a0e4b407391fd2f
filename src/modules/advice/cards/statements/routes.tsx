import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { MonthsPage, StatementPage } from './pages/statement.tsx';
import { cardPdf, statementCsv, statementPdf } from './printing/service.ts';
import { emptyBody, idParams, type MonthOf, monthParams, monthsQuery, returnBody } from './schema.ts';
import { decideMonth, handMonth, monthOf, months, readStatement, statementRights } from './service.ts';

const PATH = '/advice/cards/months/:desk/:worker/:month';
const reader = { permission: 'work', personal: true } as const;
const one = { ...reader, params: monthParams } as const;
const to = (of: MonthOf) => redirect(`/advice/cards/months/${of.desk}/${of.worker}/${of.month}`);

async function statementPage(ctx: Ctx, params: MonthOf, errors?: readonly FieldError[]) {
  const of = await readStatement(ctx, params);
  return (
    <StatementPage
      of={of}
      rights={statementRights(ctx, of)}
      keys={[newId(), newId(), newId()]}
      errors={errors}
    />
  );
}
const step = (path: string, work: (ctx: Ctx, of: MonthOf) => Promise<void>): Route =>
  form(
    `${PATH}${path}`,
    { ...one, body: emptyBody },
    async (ctx, { params }) => {
      await work(ctx, params);
      return to(params);
    },
    (ctx, { params, errors }) => statementPage(ctx, params, errors),
  );

/** Months of advice, handed over by the adviser and approved by the head; and a card to sign. */
export const statementRoutes: readonly Route[] = [
  page('/advice/cards/months', { permission: 'work', query: monthsQuery }, async (ctx, { query }) => {
    const month = query.month ?? monthOf(ctx);
    return <MonthsPage month={month} rows={await months(ctx, month)} />;
  }),
  page(PATH, one, (ctx, { params }) => statementPage(ctx, params)),
  page(`${PATH}/csv`, one, (ctx, { params }) => statementCsv(ctx, params)),
  page(`${PATH}/pdf`, one, (ctx, { params }) => statementPdf(ctx, params)),
  step('/hand', handMonth),
  step('/approve', (ctx, of) => decideMonth(ctx, of, null)),
  form(
    `${PATH}/return`,
    { ...one, body: returnBody },
    async (ctx, { params, body }) => {
      await decideMonth(ctx, params, body.note);
      return to(params);
    },
    (ctx, { params, errors }) => statementPage(ctx, params, errors),
  ),
  page('/advice/cards/:id/pdf', { ...reader, params: idParams }, (ctx, { params }) =>
    cardPdf(ctx, params.id),
  ),
];
