import pg from 'pg';
import { hashOf, newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate, startOfDay } from '../../kernel/time.ts';
import type { DemoCounty } from '../county.ts';
import { type Chance, chance } from '../random.ts';

type Sql = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** Codes of the evaluation under way, for whoever tries the demonstration at /evaluation. */
export const DEMO_CODES = ['P0KA-Z000-0001', 'P0KA-Z000-0002', 'P0KA-Z000-0003'];

const SAID: Readonly<Record<string, readonly string[]>> = {
  partner_keep: [
    'Wspólne pierwsze spotkanie z osobą.',
    'Jeden plan zamiast trzech.',
    'Kwartalne spotkania z listą decyzji.',
  ],
  partner_change: ['Za dużo czasu między wnioskiem a podpisem planu.'],
  worker_keep: ['Wiem, do kogo zadzwonić.', 'Odpowiedzi na skierowania przychodzą na czas.'],
  worker_change: ['Brakuje zastępstw w wakacje.'],
  person_good: ['Nie musiałam opowiadać wszystkiego od nowa.', 'Ktoś oddzwaniał.'],
  person_change: ['Dojazd do miasta jest drogi.'],
};
const COUNTS = { partner: [14, 11], worker: [30, 22], participant: [40, 19] } as const;

/** An evaluation decided last year, one under way, and one whose texts wait to be looked at. */
export async function loadEvaluation(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const run: Sql = async (text, values = []) => (await client.query(text, [...values])).rows;
    const luck = chance(62);
    const older = await makeRound(
      run,
      county.partnerships.get('powiat'),
      'Pierwsza ewaluacja',
      addMonths(today, -24),
    );
    await answers(run, luck, older, 0.5, addMonths(today, -23));
    await close(run, older, addMonths(today, -23), 'shown');
    await decide(
      run,
      older,
      addMonths(today, -22),
      'Spotkania zostają co kwartał. Formularz skierowania skracamy.',
    );
    const past = await makeRound(
      run,
      county.partnerships.get('powiat'),
      'Ewaluacja roczna',
      addMonths(today, -12),
    );
    await answers(run, luck, past, 0.66, addMonths(today, -11));
    await close(run, past, addMonths(today, -11), 'shown');
    await decide(
      run,
      past,
      addMonths(today, -10),
      'Zachowujemy wspólne pierwsze spotkanie i jeden plan. Koordynator przygotuje na czerwiec opis dla sąsiednich powiatów.',
    );
    const now = await makeRound(
      run,
      county.partnerships.get('powiat'),
      'Ewaluacja tego roku',
      addDays(today, -5),
    );
    for (const code of DEMO_CODES)
      await run(
        `insert into partnerships.evaluation_pass (hash, round_id, audience) values ($1, $2, 'participant')`,
        [hashOf(code.replaceAll('-', '')), now.id],
      );
    await run(
      `update partnerships.evaluation_group set issued = $2 where round_id = $1 and audience = 'participant'`,
      [now.id, DEMO_CODES.length],
    );
    const waiting = await makeRound(
      run,
      county.partnerships.get('mszana'),
      'Ewaluacja po pierwszym roku',
      addDays(today, -40),
    );
    await answers(run, luck, waiting, 0.58, addDays(today, -20));
    await close(run, waiting, addDays(today, -8), 'waiting');
    await client.query('commit');
  } finally {
    await client.end();
  }
}

interface Made {
  readonly id: string;
  readonly partnership: string | undefined;
}

async function makeRound(
  run: Sql,
  partnership: string | undefined,
  title: string,
  on: LocalDate,
): Promise<Made> {
  const id = newId();
  await run(
    `insert into partnerships.evaluation_round (id, partnership_id, title, opened_on, closes_on) values ($1, $2, $3, $4, $5)`,
    [id, partnership, title, on, addDays(on, 21)],
  );
  await run(
    `insert into partnerships.evaluation_group (round_id, partnership_id, audience) select $1, $2, a from unnest(array['partner', 'worker', 'participant']) a`,
    [id, partnership],
  );
  return { id, partnership };
}

/** The warmer, the more of 4 and 5. */
async function answers(run: Sql, luck: Chance, round: Made, warmth: number, on: LocalDate): Promise<void> {
  const questions = await run(
    'select code, audience, kind, options from partnerships.evaluation_question order by code',
  );
  for (const [audience, [issued, answered]] of Object.entries(COUNTS)) {
    await run(
      'update partnerships.evaluation_group set issued = $3, answered = $4, by_hand = $5 where round_id = $1 and audience = $2',
      [round.id, audience, issued, answered, audience === 'participant' ? 6 : 0],
    );
    for (const q of questions.filter((each) => each.audience === audience)) {
      if (q.kind === 'text') continue;
      const options = Array.isArray(q.options) ? q.options.map(({ code }: { code: string }) => code) : [];
      for (let n = 0; n < answered; n++) {
        if (luck.yes(0.06)) continue;
        const scale = luck.yes(warmth) ? luck.int(4, 5) : luck.int(1, 3);
        await run(
          'insert into partnerships.evaluation_answer (round_id, audience, question, value, choice, answered_on, by_hand) values ($1, $2, $3, $4, $5, $6, $7)',
          [
            round.id,
            audience,
            q.code,
            q.kind === 'scale' ? scale : q.kind === 'yes_no' ? Number(luck.yes(warmth)) : null,
            q.kind === 'choice' ? luck.pick(options) : null,
            on,
            audience === 'participant' && n < 6,
          ],
        );
      }
    }
  }
}

async function close(run: Sql, round: Made, on: LocalDate, texts: 'shown' | 'waiting'): Promise<void> {
  for (const [question, said] of Object.entries(SAID))
    for (const body of said)
      await run(
        `insert into partnerships.evaluation_text (round_id, partnership_id, audience, question, body, state)
         select $1, $2, q.audience, q.code, $4, $5 from partnerships.evaluation_question q where q.code = $3`,
        [round.id, round.partnership, question, body, texts],
      );
  if (texts === 'waiting')
    await run(
      `insert into partnerships.evaluation_text (round_id, partnership_id, audience, question, body) values ($1, $2, 'participant', 'person_good', 'Pani Zofia Wzorowa z urzędu zawsze odbierała telefon 601 000 000.')`,
      [round.id, round.partnership],
    );
  await run(`update partnerships.evaluation_round set state = 'closed', closed_on = $2 where id = $1`, [
    round.id,
    on,
  ]);
}

async function decide(run: Sql, round: Made, on: LocalDate, decision: string): Promise<void> {
  for (const [kind, body] of [
    ['keep', 'Wspólne pierwsze spotkanie w ciągu 14 dni.'],
    ['keep', 'Jeden plan podpisany przez wszystkich, którzy coś w nim obiecują.'],
    ['change', 'Kontakt w trakcie planu: przypomnienie koordynatora co trzy tygodnie.'],
    ['spread', 'Lista „dokąd zamiast tego” przy odmowie skierowania.'],
  ])
    await run(
      `insert into partnerships.evaluation_conclusion (id, round_id, partnership_id, kind, body) values ($1, $2, $3, $4, $5)`,
      [newId(), round.id, round.partnership, kind, body],
    );
  await run(
    `update partnerships.evaluation_round set state = 'decided', decided_on = $2, decision = $3 where id = $1`,
    [round.id, on, decision],
  );
}
