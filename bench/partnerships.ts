import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#kernel/config.ts';
import { warsawDate } from '#kernel/time.ts';
import { type Browser, testApp } from '../test/app.ts';
import { startTestCluster } from '../test/cluster.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '../test/factories.ts';
import { measure } from './load.ts';
import { cpuOf } from './stand.ts';

/**
 * node --import tsx bench/partnerships.ts --partnerships 2000 --cases 40 --seconds 3: the pages of a coordinator whose
 * institution is in every partnership of its county, and of a regional institution, whole and with row-level security on.
 * `--cases` are those of each partnership.
 */
const { values } = parseArgs({
  options: {
    partnerships: { type: 'string', default: '2000' },
    cases: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '3' },
    /** Only pages whose address holds this. */
    only: { type: 'string', default: '' },
  },
});
const BUDGET_MS = 80;

const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
const now = new Date();
const app = await testApp(now);
try {
  const started = performance.now();
  const sizes = await asAdmin(app.adminUrl, async (run) => {
    // Past every trigger: what is made here is as if it had been signed and held long ago.
    await run(`set session_replication_role = 'replica'`);
    await run('set synchronous_commit = off');
    await run(
      `create temp table scale as select ${Number(values.partnerships)} as partnerships, ${Number(values.cases)} as cases, date '${warsawDate(now)}' as today`,
    );
    await run(await readFile(join(projectRoot, 'bench/sql/partnerships.sql'), 'utf8'));
    await run('vacuum (analyze)');
    return run(`select (select count(*) from partnerships.partnership) as partnerships, (select count(*) from cases.shared_case) as cases,
      (select count(*) from partnerships.attendee) as attendances, (select count(*) from partnerships.standard_answer) as answers,
      pg_database_size(current_database()) / 1048576 as mb`);
  });
  console.log(
    `${JSON.stringify(sizes[0])} made in ${Math.round((performance.now() - started) / 1000)} s; load ${loadavg()[0]?.toFixed(1)}`,
  );

  const [seat] = await asAdmin(app.adminUrl, (run) =>
    run(
      `select i.id, i.name, m.partnership_id as one, (select count(*) from partnerships.member x where x.institution_id = i.id) as several
       from partnerships.member m join organisations.institution i on i.id = m.institution_id
       where i.type = 'PUP' and i.county_code = '1207' order by m.partnership_id limit 1`,
    ),
  );
  const office = { id: String(seat?.id), type: 'PUP', name: String(seat?.name) } as const;
  const coordinator = await makeWorker(app.adminUrl, office, [
    'partnership_coordinator',
    'employment_adviser',
  ]);
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
       select gen_random_uuid(), partnership_id, institution_id, $2, 'contact', '2024-01-01' from partnerships.member where institution_id = $1`,
      [office.id, coordinator.subjectId],
    ),
  );
  const worker = await app.as(await makeAccount(app, coordinator));
  const rops = await makeInstitution(app.adminUrl, 'ROPS');
  const regional = await app.as(
    await makeAccount(app, await makeWorker(app.adminUrl, rops, ['analyst', 'head'])),
  );
  const [meeting] = await asAdmin(app.adminUrl, (run) =>
    run(
      `select k.id from partnerships.meeting k join partnerships.body b on b.id = k.body_id where b.partnership_id = $1 order by k.starts_at desc limit 1`,
      [seat?.one],
    ),
  );
  console.log(
    `the worker's institution is in ${seat?.several} partnerships; a voivodeship of 22 counties is the region`,
  );

  const [place] = await asAdmin(app.adminUrl, (run) => run('show data_directory'));
  const postmaster = Number(readFileSync(`${place?.data_directory}/postmaster.pid`, 'utf8').split('\n')[0]);
  const spent = () => cpuOf([process.pid, postmaster]) ?? 0;
  const one = `/partnerships/${seat?.one}`;
  const pages: [Browser, string][] = [
    ...['/work', '/partnerships', one, `${one}/agreements/1`, `${one}/plan`, `${one}/meetings`].map(mine),
    ...[`${one}/meetings/${meeting?.id}`, `${one}/cooperation`, `${one}/standard`, `${one}/selection`].map(
      mine,
    ),
    ...[
      '/network',
      '/network?q=mieszkanie',
      '/network?q=limanowski',
      '/network?region=12',
      '/network?county=1207',
    ].map(mine),
    ...['/network?hosts=yes&page=20', `/network/${seat?.one}`, `/network/${seat?.one}/similar`].map(mine),
    ...['/region', '/region/calendar', '/region/partnerships.csv'].map((path): [Browser, string] => [
      regional,
      path,
    ]),
  ];
  function mine(path: string): [Browser, string] {
    return [worker, path];
  }
  for (const [who, path] of pages.filter(([, path]) => path.includes(values.only))) {
    const first = await who.get(path);
    if (first.status !== 200) console.log(`${path} answers ${first.status}`);
    let asked = 0;
    const before = spent();
    const { p50, p95, errors } = await measure(1, Number(values.seconds), async () => {
      asked += 1;
      return (await who.get(path)).status === 200;
    });
    const cpu = (spent() - before) / asked;
    const name = path.replace(String(seat?.one), ':id').replace(String(meeting?.id), ':meeting');
    console.log(
      `${name.padEnd(36)} p50 ${p50.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)} ms${p95 > BUDGET_MS ? ' !' : '  '}  CPU ${cpu.toFixed(0).padStart(3)} ms  ${(first.text.length / 1024).toFixed(0)} kB  errors ${errors}`,
    );
  }
  console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await app.drop();
  await cluster.stop();
}
