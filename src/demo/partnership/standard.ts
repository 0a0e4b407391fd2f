import pg from 'pg';
import { SYSTEM_ACTOR } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { countMeasures } from '../../modules/cases/measures/api.ts';
import { requirementsOf } from '../../modules/library/quotes/api.ts';
import type { Parts } from '../../parts.ts';
import type { DemoCounty } from '../county.ts';
import { type Chance, chance } from '../random.ts';
import { answerSheet, conclude, type Sql } from './standard-answers.ts';

const SLUG = 'standard-wspolpracy';

/** A self-check concluded last year with improvements under way, one that is answered now, one that waits for a conclusion. */
export async function loadStandard(
  adminUrl: string,
  parts: Pick<Parts, 'db' | 'clock'>,
  county: DemoCounty,
  today: LocalDate,
): Promise<void> {
  const scope = { now: parts.clock(), lang: 'pl', requestId: 'demo', purpose: 'P7', path: 'demo' } as const;
  const [pl, en] = await parts.db.transaction({ ...scope, actor: SYSTEM_ACTOR }, async (ctx) => {
    await countMeasures(ctx);
    return [await requirementsOf(ctx, SLUG, 'pl'), await requirementsOf(ctx, SLUG, 'en')];
  });
  if (!pl || !en || 'movedTo' in pl || 'movedTo' in en) throw new Error('the demonstration has no standard');
  const english = new Map(
    en.chapters.flatMap((c) => c.requirements.map((r) => [r.number, { ...r, chapter: c.title }])),
  );
  const rows = pl.chapters.flatMap((c) =>
    c.requirements.map((r) => ({ ...r, chapter: c.title, en: english.get(r.number) })),
  );
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const run: Sql = async (text, values = []) => (await client.query(text, [...values])).rows;
    const luck = chance(61);
    const year = Number(today.slice(0, 4));
    const base = async (key: string, of: number, openedOn: LocalDate) => {
      const partnership = county.partnerships.get(key);
      const id = newId();
      await run(
        `insert into partnerships.standard_round (id, partnership_id, year, standard_slug, standard_pl, standard_en, standard_version, legal_state_on, opened_on, due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          partnership,
          of,
          SLUG,
          pl.title,
          en.title,
          pl.number,
          pl.legalStateOn,
          openedOn,
          addDays(openedOn, 30),
        ],
      );
      for (const [position, r] of rows.entries())
        await run(
          `insert into partnerships.standard_requirement values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
          [
            id,
            partnership,
            r.number,
            position,
            r.chapter,
            r.en?.chapter ?? r.chapter,
            r.title,
            r.en?.title ?? r.title,
            r.what,
            r.en?.what ?? r.what,
            r.evidence,
            r.en?.evidence ?? r.evidence,
            r.basic,
            r.law,
            r.path,
          ],
        );
      await run(
        `insert into partnerships.standard_sheet (round_id, partnership_id, institution_id) select $1, partnership_id, institution_id
         from partnerships.member where partnership_id = $2 and (left_on is null or left_on >= kernel.today())`,
        [id, partnership],
      );
      const members = await run(
        `select institution_id as id from partnerships.standard_sheet where round_id = $1 order by institution_id`,
        [id],
      );
      return {
        id,
        partnership,
        members: members.map((m) => String(m.id)),
        codes: rows.map(({ number }) => number),
      };
    };

    const past = await base('powiat', year - 1, addMonths(today, -13));
    for (const institution of past.members)
      await answerSheet(run, luck, past, institution, 0.62, addMonths(today, -12));
    await conclude(run, luck, past, today);

    const now = await base('powiat', year, addDays(today, -12));
    for (const [i, institution] of now.members.entries())
      if (i % 3 !== 0) await answerSheet(run, luck, now, institution, 0.74, addDays(today, -4));

    const waiting = await base('mszana', year, addDays(today, -40));
    for (const institution of waiting.members)
      await answerSheet(run, luck, waiting, institution, 0.6, addDays(today, -11));
    await run(
      `update partnerships.standard_round set state = 'concluding', disclosed_on = $2 where id = $1`,
      [waiting.id, addDays(today, -10)],
    );
    await neighbours(run, luck, year);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Invented shares of the neighbouring partnerships, which have no cases here: the count of the night leaves them. */
async function neighbours(run: Sql, luck: Chance, year: number): Promise<void> {
  const ids = await run(
    'select id from partnerships.partnership p where not exists (select from cases.measure m where m.partnership_id = p.id)',
  );
  for (const { id } of ids)
    for (const code of ['answer', 'meeting', 'diagnosis', 'plan', 'contact', 'review']) {
      const total = luck.int(24, 90);
      const counted = luck.int(Math.ceil(total * 0.35), total - 5);
      await run(`insert into cases.measure values ($1, $2, $3, $4, $5, kernel.today())`, [
        id,
        year,
        code,
        counted,
        total,
      ]);
    }
}
