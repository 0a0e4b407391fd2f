import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { safeCell, writeCsv } from '#kernel/tabular/write.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { readCard } from '../../service.ts';
import { text as words } from '../../text.pl.ts';
import { findDesk } from '../queries.ts';
import type { MonthOf, Statement } from '../schema.ts';
import { statementOf } from '../service.ts';
import { text } from '../text.pl.ts';

const TEMPLATE = 'src/modules/advice/cards/statements/pages/statement.typ';
const langOf = (ctx: Ctx): 'pl' | 'en' => (ctx.lang === 'en' ? 'en' : 'pl');
const comma = (n: number, lang: 'pl' | 'en'): string =>
  lang === 'pl' ? String(n).replace('.', ',') : String(n);
const money = (grosze: number, lang: 'pl' | 'en'): string => `${comma(grosze / 100, lang)} zł`;

function rowsOf(ctx: Ctx, of: Statement): string[][] {
  const lang = langOf(ctx);
  const w = words[lang];
  return of.lines.map((line) => [
    formatDate(line.on, lang),
    line.number,
    line.client === '' ? w.kinds.person : line.client,
    line.type,
    comma(line.hours, lang),
    line.valueGrosze === null ? '' : money(line.valueGrosze, lang),
  ]);
}
const headings = (ctx: Ctx): string[] => {
  const w = words[langOf(ctx)].list;
  return [w.on, w.number, w.client, w.type, w.hours, w.value];
};

const download = (body: BodyInit, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
const exported = (ctx: Ctx, of: MonthOf, action: string): Promise<void> =>
  record(ctx, { action, objectType: 'advice_statement', objectId: of.worker, detail: { month: of.month } });

export async function statementCsv(ctx: Ctx, of: MonthOf): Promise<Response> {
  const statement = await statementOf(ctx, of);
  await exported(ctx, of, 'export');
  const rows = rowsOf(ctx, statement).map((row) => row.map(safeCell));
  return download(writeCsv(headings(ctx), rows), 'text/csv; charset=utf-8', `zestawienie-${of.month}.csv`);
}

export async function statementPdf(ctx: Ctx, of: MonthOf): Promise<Response> {
  const lang = langOf(ctx);
  const t = text[lang];
  const statement = await statementOf(ctx, of);
  await exported(ctx, of, 'print');
  const decided =
    statement.decidedAt && `${statement.decidedBy ?? ''}, ${formatDateTime(statement.decidedAt, lang)}`;
  const data = {
    institution: { name: statement.institution, lines: [statement.deskName] },
    number: null,
    generated: formatDateTime(ctx.now, lang),
    facts: [
      [t.adviser, statement.workerName],
      [t.month, of.month],
      [t.state, t.states[statement.state]],
      [t.cards, String(statement.lines.length)],
      [t.hours, comma(statement.hours, lang)],
      [t.value, money(statement.valueGrosze, lang)],
    ],
    header: headings(ctx),
    rows: rowsOf(ctx, statement),
    parts: [],
    people: [
      { role: t.adviser, name: statement.workerName, signed: null },
      {
        role: t.approves,
        name: statement.decidedBy,
        signed: statement.state === 'approved' ? decided : null,
      },
    ],
  };
  const bytes = await renderPdf(TEMPLATE, data, {
    lang,
    title: t.title(statement.workerName, of.month),
    at: ctx.now,
  });
  return download(new Uint8Array(bytes), 'application/pdf', `zestawienie-${of.month}.pdf`);
}

/** A card to be signed on paper. */
export async function cardPdf(ctx: Ctx, id: string): Promise<Response> {
  const lang = langOf(ctx);
  const w = words[lang];
  const card = await readCard(ctx, id);
  const desk = await findDesk(ctx, card.deskId);
  await record(ctx, { action: 'print', objectType: 'advice_card', objectId: id, classes: ['D1'] });
  const time = card.from ? `, ${card.from}–${card.to}` : '';
  const parts = [
    { title: w.form.problem, words: card.problem },
    { title: w.form.advice, words: card.advice },
    { title: w.form.nextSteps, words: card.nextSteps },
  ];
  const data = {
    institution: { name: desk?.institution ?? '', lines: [card.desk] },
    number: card.number,
    generated: formatDateTime(ctx.now, lang),
    facts: [
      [w.card.client, card.client],
      [w.card.worker, card.worker],
      [w.list.type, card.type],
      [w.card.time, `${formatDate(card.on, lang)}${time}, ${w.hours(comma(card.hours, lang))}`],
      [w.form.channel, w.channels[card.channel]],
    ],
    header: [],
    rows: [],
    parts: parts.filter((part) => part.words !== ''),
    people: [
      { role: w.card.worker, name: card.worker, signed: null },
      { role: w.card.client, name: card.client, signed: null },
    ],
  };
  const bytes = await renderPdf(TEMPLATE, data, { lang, title: w.card.title(card.number), at: ctx.now });
  return download(
    new Uint8Array(bytes),
    'application/pdf',
    `karta-${card.number.replaceAll('/', '-').toLowerCase()}.pdf`,
  );
}
