import { parseArgs } from 'node:util';
import { makeAdviser, makeDesk } from '../test/advice.ts';
import { testApp } from '../test/app.ts';
import { startTestCluster } from '../test/cluster.ts';
import { asAdmin, makeAccount, makeInstitution } from '../test/factories.ts';
import { measure } from './load.ts';

/**
 * node --import tsx bench/advice.ts --questions 200000 --seconds 5: the desk of an adviser who also works at a second one,
 * as whole pages with row-level security on. A fiftieth of the questions waits for an answer; half belong to one desk.
 */
const { values } = parseArgs({
  options: { questions: { type: 'string', default: '200000' }, seconds: { type: 'string', default: '5' } },
});
const DESKS = 20;
const WORDS = [
  'spółdzielnia',
  'umowa',
  'dotacja',
  'kontrakt',
  'zamówienie',
  'reintegracja',
  'statut',
  'lokal',
];

const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
const app = await testApp(new Date());
try {
  const started = performance.now();
  const institution = await makeInstitution(app.adminUrl, 'OWES', 'OWES');
  const desks: string[] = [];
  for (let n = 0; n < DESKS; n++)
    desks.push(await makeDesk(app.adminUrl, institution, { isDefault: n === 0, name: `Punkt ${n}` }));
  const worker = await makeAdviser(app.adminUrl, institution, desks[0] ?? '');
  const adviser = await app.as(await makeAccount(app, worker));
  const [size] = await asAdmin(app.adminUrl, async (run) => {
    await run(
      `insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'reviewer', '2025-01-01')`,
      [desks[1], worker.subjectId],
    );
    await run(
      `create temp table made as select gen_random_uuid() as id, i,
         $1::uuid[] as desks, (array(select code from advice.topic order by code))[1 + i % (select count(*)::int from advice.topic)] as topic,
         (array(select code from territory.county order by code))[1 + i % 380] as county, i % 50 = 0 as waits
       from generate_series(1, $2::int) i`,
      [desks, Number(values.questions)],
    );
    await run(
      `insert into advice.question (id, desk_id, number, channel, state, topic_code, county_code, subject, asked_at, first_due_on, due_on,
         answered_at, first_answered_at, closed_at, assigned_to)
       select id, desks[case when i % 2 = 0 then 1 else 1 + (i / 2) % ${DESKS} end], '2025/' || lpad(i::text, 6, '0'), (array['web', 'mail', 'phone', 'visit'])[1 + i % 4],
         case when not waits then 'closed' when i % 3 = 0 then 'assigned' else 'new' end, topic, county, 'Pytanie o ' || ($1::text[])[1 + i % 8],
         now() - i * interval '2 minutes', (now() - i * interval '2 minutes')::date + 2, case when waits then (now() - (i % 9) * interval '1 day')::date + 3 end,
         case when not waits then now() - i * interval '2 minutes' + interval '1 day' end, case when not waits then now() - i * interval '2 minutes' + interval '1 day' end,
         case when not waits then now() - i * interval '2 minutes' + interval '15 days' end, case when waits and i % 3 = 0 then $2::uuid end
       from made`,
      [WORDS, worker.subjectId],
    );
    await run(
      `insert into advice.asker (question_id, desk_id, name, email) select q.id, q.desk_id, 'Jan ' || m.i, 'jan' || m.i || '@example.org' from made m join advice.question q on q.id = m.id`,
    );
    await run(
      `insert into advice.message (id, question_id, desk_id, direction, state, body, author_id, written_at, sent_at)
       select gen_random_uuid(), q.id, q.desk_id, d.direction, 'sent', repeat('Jak przygotować ' || ($1::text[])[1 + m.i % 8] || '? ', 12), case d.direction when 'out' then $2::uuid end, q.asked_at, q.asked_at
       from made m join advice.question q on q.id = m.id, (values ('in'), ('out')) d (direction) where d.direction = 'in' or not m.waits`,
      [WORDS, worker.subjectId],
    );
    await run(
      `insert into advice.question_words (question_id, desk_id, asked_at, words) select q.id, q.desk_id, q.asked_at, to_tsvector('simple', ($1::text[])[1 + m.i % 8] || ' pytanie jan' || m.i)
       from made m join advice.question q on q.id = m.id`,
      [WORDS],
    );
    for (const table of ['question', 'asker', 'message', 'question_words'])
      await run(`vacuum analyze advice.${table}`);
    return run(
      `select (select count(*) from advice.question) as questions, (select count(*) from advice.question where due_on is not null) as waiting,
         (select topic_code from advice.question where desk_id = $1 limit 1) as topic,
         (select id from advice.question where desk_id = $1 and due_on is not null limit 1) as one`,
      [desks[0]],
    );
  });
  console.log(
    `${size?.questions} questions, ${size?.waiting} of them wait, made in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  const pages = [
    '/advice/desk',
    '/advice/desk?view=unassigned',
    '/advice/desk?view=late',
    '/advice/desk?view=all',
    '/advice/desk?view=all&state=closed&channel=phone',
    `/advice/desk?view=all&topic=${size?.topic}`,
    '/advice/desk?view=all&county=1207',
    '/advice/desk?view=all&q=umowa',
    '/advice/desk?view=all&q=jan77777',
    `/advice/desk/questions/${size?.one}`,
    '/advice/desk/letters',
    '/advice/desk/reports',
  ];
  for (const path of pages) {
    const { p50, p95, perSecond, errors } = await measure(
      1,
      Number(values.seconds) / 2,
      async () => (await adviser.get(path.replaceAll(' ', '%20'))).status === 200,
    );
    console.log(
      `${path.padEnd(52)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)} ms  ${perSecond.toFixed(0)}/s  errors ${errors}`,
    );
  }
} finally {
  await app.drop();
  await cluster.stop();
}
