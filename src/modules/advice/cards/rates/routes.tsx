import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { RatesPage, ValuePage } from './pages/rates.tsx';
import { rateBody, valueQuery } from './schema.ts';
import { addRate, ratesView, valueCsv, valueLines } from './service.ts';

const reader = { permission: 'work' } as const;
const yearOf = (ctx: Ctx, year: number | undefined): number =>
  year ?? Number(warsawDate(ctx.now).slice(0, 4));

/** What an hour is worth, and what advice to undertakings was worth in a year. */
export const rateRoutes: readonly Route[] = [
  page('/advice/cards/rates', reader, async (ctx) => (
    <RatesPage {...(await ratesView(ctx))} formKey={newId()} />
  )),
  form(
    '/advice/cards/rates',
    { ...reader, body: rateBody },
    async (ctx, { body }) => {
      await addRate(ctx, body);
      return redirect('/advice/cards/rates');
    },
    async (ctx, { values, errors }) => (
      <RatesPage {...(await ratesView(ctx))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page('/advice/cards/value', { ...reader, query: valueQuery }, async (ctx, { query }) => {
    const year = yearOf(ctx, query.year);
    return <ValuePage year={year} lines={await valueLines(ctx, year)} />;
  }),
  page('/advice/cards/value/csv', { ...reader, query: valueQuery }, (ctx, { query }) =>
    valueCsv(ctx, yearOf(ctx, query.year)),
  ),
];
