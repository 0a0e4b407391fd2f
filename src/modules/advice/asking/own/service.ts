import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { counties } from '#modules/territory/api.ts';
import { STATES } from '../../schema.ts';
import { categories, named, topics } from '../../service.ts';
import type { Asked, Said } from '../asked/schema.ts';
import { findAsked, thread } from '../asked/service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { type OwnQuestion, PAGE_SIZE } from './schema.ts';

/** The questions of the acting account, and how many there are. */
export async function ownQuestions(
  ctx: Ctx,
  page: number,
  size = PAGE_SIZE,
): Promise<{ total: number; questions: readonly OwnQuestion[] }> {
  const rows = await queries.findOwn(ctx, size, (page - 1) * size);
  await record(ctx, {
    action: 'view',
    objectType: 'advice.own',
    objectId: ctx.actor.accountId,
    classes: ['D1'],
  });
  return {
    total: rows[0]?.total ?? 0,
    questions: rows.flatMap((row) =>
      row.id === null || row.askedAt === null
        ? []
        : [
            {
              id: row.id,
              number: row.number ?? '',
              state: STATES.find((state) => state === row.state) ?? 'new',
              subject: row.subject ?? '',
              askedAt: row.askedAt,
              dueOn: row.dueOn,
              answered: row.answeredAt !== null,
            },
          ],
    ),
  };
}

interface Told {
  readonly asked: Asked;
  readonly thread: readonly Said[];
}

/** Enough to recognise one's own, too little for somebody else. */
const shortened = (value: string): string =>
  value === '' ? '' : value.includes('@') ? value.replace(/^(.).*@/, '$1…@') : `${value.slice(0, 2)}…`;

/** What was given, asked and answered, in lines. The question is the one that the transaction holds. */
async function linesOf(ctx: Ctx, { asked, thread }: Told, whole: boolean): Promise<string[]> {
  const t = text[ctx.lang];
  const given = await queries.findGiven(ctx);
  const shown = whole ? (value: string) => value : shortened;
  const topic = (await topics(ctx)).find(({ code }) => code === given?.topic);
  const caller = (await categories(ctx)).find(({ code }) => code === given?.category);
  const county = (await counties(ctx)).find(({ code }) => code === given?.county);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t.copy.state, t.states[asked.state]],
    [t.copy.askedAt, formatDateTime(asked.askedAt, ctx.lang)],
    [t.topic, topic && named(ctx, topic)],
    [t.copy.county, county?.name],
    [t.caller, caller && named(ctx, caller)],
    [t.name, shown(given?.name ?? '')],
    [t.email, shown(given?.email ?? '')],
    [t.copy.phone, shown(given?.phone ?? '')],
    [
      t.copy.rating,
      asked.score === null ? '' : [String(asked.score), given?.opinion].filter(Boolean).join(', '),
    ],
  ];
  return [
    t.asked(asked.number),
    ...facts.flatMap(([term, value]) => (value ? [`${term}: ${value}`] : [])),
    ...thread.flatMap((said) => [
      '',
      `${said.direction === 'out' ? t.answer : t.yours}, ${formatDateTime(said.at, ctx.lang)}`,
      said.body,
      ...(said.files.length > 0
        ? [`${t.copy.attached}: ${said.files.map(({ name }) => name).join(', ')}`]
        : []),
    ]),
    '',
    '',
  ];
}

function fileOf(ctx: Ctx, lines: readonly string[], short: boolean): Response {
  const t = text[ctx.lang].copy;
  const head = [
    t.head,
    t.madeAt(formatDate(warsawDate(ctx.now), ctx.lang)),
    ...(short ? [t.short] : []),
    '',
    '',
  ];
  return new Response(`\uFEFF${[...head, ...lines].join('\r\n')}`, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${t.file}-${warsawDate(ctx.now)}.txt"`,
      'cache-control': 'private, no-store',
    },
  });
}

const noteCopy = (ctx: Ctx, objectId: string): Promise<void> =>
  record(ctx, { action: 'export', objectType: 'advice.question', objectId, classes: ['D1'] });

/** A copy of the question that is open. `whole`: with the contact data as they are, for the account alone. */
export async function copyOne(ctx: Ctx, asked: Asked, whole: boolean): Promise<Response> {
  await noteCopy(ctx, asked.id);
  return fileOf(ctx, await linesOf(ctx, { asked, thread: await thread(ctx) }, whole), !whole);
}

/** So many questions are in one copy; nobody asks as many. */
const MOST = 1000;

/** A copy of every question of the acting account. */
export async function copyAll(ctx: Ctx): Promise<Response> {
  const lines: string[] = [];
  for (const { id } of (await ownQuestions(ctx, 1, MOST)).questions) {
    const asked = await findAsked(ctx, { own: id });
    if (!asked) continue;
    await noteCopy(ctx, id);
    lines.push(...(await linesOf(ctx, { asked, thread: await thread(ctx) }, true)));
  }
  return fileOf(ctx, lines, false);
}
