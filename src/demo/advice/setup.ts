import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';
import { TEMPLATES } from './templates.ts';

/** Who knows what at which desk: topics with all below them, and counties (none is everywhere). */
const KNOWS: readonly (readonly [
  desk: string,
  worker: string,
  topic: string | null,
  counties: readonly string[],
])[] = [
  ['punkt-regionalny', 'konsultant', 'help', []],
  ['punkt-regionalny', 'konsultant', 'cooperation', []],
  ['punkt-regionalny', 'konsultant', 'work', ['1207', '1210', '1211', '1218']],
  ['punkt-regionalny', 'radca', 'procurement', []],
  ['punkt-regionalny', 'radca', 'personal_data', []],
  ['punkt-regionalny', 'doradca', 'economy', []],
  ['punkt-regionalny', 'prowadzaca', null, []],
  ['ekonomia-spoleczna', 'doradca', 'economy', []],
  ['ekonomia-spoleczna', 'doradca', 'procurement', ['1207']],
  ['ekonomia-spoleczna', 'radca', 'enterprise_status', []],
  ['ekonomia-spoleczna', 'radca', 'de_minimis', []],
];

/** Weekly hours: worker, kind, weekdays, from, to. */
const HOURS: readonly (readonly [string, string, string, readonly number[], string, string])[] = [
  ['punkt-regionalny', 'konsultant', 'phone', [1, 2, 3, 4, 5], '09:00', '13:00'],
  ['punkt-regionalny', 'doradca', 'phone', [1, 3], '13:00', '16:00'],
  ['punkt-regionalny', 'prowadzaca', 'phone', [2, 4], '13:00', '16:00'],
  ['punkt-regionalny', 'radca', 'visit', [4], '10:00', '14:00'],
  ['ekonomia-spoleczna', 'doradca', 'phone', [2, 4], '09:00', '12:00'],
  ['ekonomia-spoleczna', 'konsultant', 'online', [5], '10:00', '12:00'],
];

/** What people at the desks know, when they are on duty, who is away next week, and texts to begin answers with. */
export async function loadAdviceSetup(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const person = (key: string) => required(county.workers, key).id;
  const since = addDays(today, -400);
  const monday = addDays(today, 8 - weekday(today));
  try {
    await client.query('begin');
    for (const [slug, worker, topic, counties] of KNOWS)
      await client.query(
        `insert into advice.expertise (id, desk_worker_id, desk_id, topic_code, counties)
         select $1, w.id, w.desk_id, $2, $3 from advice.desk_worker w join advice.desk d on d.id = w.desk_id where d.slug = $4 and w.worker_id = $5 limit 1`,
        [newId(), topic, counties, slug, person(worker)],
      );
    for (const [slug, worker, kind, days, from, to] of HOURS)
      for (const day of days)
        await client.query(
          `insert into advice.duty (id, desk_id, worker_id, kind, weekday, from_time, to_time, valid_from)
           select $1, d.id, $2, $3, $4, $5, $6, $7 from advice.desk d where d.slug = $8`,
          [newId(), person(worker), kind, day, from, to, since, slug],
        );
    // Next week: one telephone duty changes hands, and the legal adviser is away with a stand-in.
    await client.query(
      `insert into advice.duty_change (id, duty_id, desk_id, on_day, substitute_id, note)
       select $1, u.id, u.desk_id, $2, $3, 'zamiana po uzgodnieniu' from advice.duty u join advice.desk d on d.id = u.desk_id
       where d.slug = 'punkt-regionalny' and u.worker_id = $4 and u.weekday = 2 limit 1`,
      [newId(), addDays(monday, 1), person('doradca'), person('konsultant')],
    );
    await client.query(
      `insert into advice.away (id, desk_id, worker_id, stand_in_id, from_on, to_on)
       select $1, d.id, $2, $3, $4, $5 from advice.desk d where d.slug = 'punkt-regionalny'`,
      [newId(), person('radca'), person('prowadzaca'), monday, addDays(monday, 4)],
    );
    for (const { desk, name, topic, lang = 'pl', body } of TEMPLATES)
      await client.query(
        `insert into advice.template (id, desk_id, name, topic_code, lang, body, valid_from)
         select $1, d.id, $2, $3, $4, $5, $6 from advice.desk d where d.slug = $7`,
        [newId(), name, topic, lang, body, since, desk],
      );
    await client.query('commit');
  } finally {
    await client.end();
  }
}
