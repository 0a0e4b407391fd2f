import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { safeCell, writeCsv } from '#kernel/tabular/write.ts';
import { formatDate } from '#kernel/time.ts';
import { lawActs } from '#modules/library/contributing/api.ts';
import { demandReader, typeChoices } from '../service.ts';
import * as queries from './queries.ts';
import type { Rate, RateForm, ValueLine } from './schema.ts';
import { text } from './text.pl.ts';

const inLang = (ctx: Ctx, pl: string | null, en: string | null): string | null =>
  ctx.lang === 'en' && en ? en : pl;

export async function ratesView(ctx: Ctx) {
  demandReader(ctx);
  const acts = await lawActs(ctx);
  const rates = (await queries.findRates(ctx)).map(
    (row): Rate => ({
      ...row,
      desk: inLang(ctx, row.deskPl, row.deskEn) ?? '',
      type: inLang(ctx, row.typePl, row.typeEn),
      act: acts.find(({ code }) => code === row.act)?.short ?? row.act,
    }),
  );
  const desks = (await queries.findLed(ctx)).map(({ id, namePl, nameEn }) => ({
    id,
    name: inLang(ctx, namePl, nameEn) ?? '',
  }));
  return { rates, desks, types: await typeChoices(ctx), acts };
}

/** A rate from a day on; the one before ends on the day before. Cards written already keep theirs. Throws `invalid`. */
export async function addRate(ctx: Ctx, form: RateForm): Promise<void> {
  const { desks, types, acts } = await ratesView(ctx);
  if (desks.length === 0) throw notFound();
  const desk = form.desk === '' && desks.length === 1 ? desks[0] : desks.find(({ id }) => id === form.desk);
  if (!desk) throw invalid({ field: 'desk', message: 'choice' });
  if (form.type !== '' && !types.some(({ code }) => code === form.type))
    throw invalid({ field: 'type', message: 'choice' });
  if (form.act !== '' && !acts.some(({ code }) => code === form.act))
    throw invalid({ field: 'act', message: 'choice' });
  if (form.rate === null || form.rate <= 0) throw invalid({ field: 'rate', message: 'amount' });
  if (form.from === null) throw invalid({ field: 'from', message: 'required' });
  const type = form.type === '' ? null : form.type;
  if (await queries.findLater(ctx, desk.id, type, form.from))
    throw invalid({ field: 'from', message: text[ctx.lang].laterThere });
  await queries.endRate(ctx, desk.id, type, form.from);
  const id = newId();
  const { basis, from, rate: grosze } = form;
  await queries.insertRate(ctx, {
    id,
    deskId: desk.id,
    type,
    grosze,
    basis,
    act: form.act === '' ? null : form.act,
    from,
  });
  await record(ctx, { action: 'rate.add', objectType: 'advice_rate', objectId: id });
}

/** Lines for a ledger of de minimis aid: what advice to undertakings was worth in a year. */
export async function valueLines(ctx: Ctx, year: number): Promise<readonly ValueLine[]> {
  demandReader(ctx);
  return (await queries.findValues(ctx, year)).map(({ state, ...row }) => ({
    ...row,
    rateGrosze: row.rateGrosze ?? 0,
    valueGrosze: row.valueGrosze ?? 0,
    basis: row.basis ?? '',
    confirmed: state === 'confirmed',
  }));
}

export async function valueCsv(ctx: Ctx, year: number): Promise<Response> {
  const t = text[ctx.lang].value;
  const lines = await valueLines(ctx, year);
  await record(ctx, { action: 'export', objectType: 'advice_value', detail: { year, rows: lines.length } });
  const money = (grosze: number) => (grosze / 100).toFixed(2).replace('.', ',');
  const rows = lines.map((line) =>
    [
      formatDate(line.on, ctx.lang),
      line.client,
      line.nip,
      line.number,
      String(line.hours).replace('.', ','),
      money(line.rateGrosze),
      money(line.valueGrosze),
      line.basis,
      line.confirmed ? t.yes : t.no,
    ].map(safeCell),
  );
  const csv = writeCsv(
    [t.on, t.client, t.nip, t.card, t.hours, t.rate, t.amount, t.basis, t.confirmed],
    rows,
  );
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="wartosc-doradztwa-${year}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
