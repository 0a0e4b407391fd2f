import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import { loadDirectory } from '../src/demo/directory/load.ts';
import { readQuery } from '../src/modules/directory/search/schema.ts';
import { search } from '../src/modules/directory/search/service.ts';
import { testApp } from '../test/app.ts';
import { startTestCluster } from '../test/cluster.ts';
import { asAdmin } from '../test/factories.ts';
import { measure } from './load.ts';
import { cpuOf } from './stand.ts';

/**
 * node --import tsx bench/directory.ts --entities 12000 --seconds 5: the search of the base, as the service, as the whole
 * page, and each question alone. Times depend on what else the machine does; processor time of a question, and how much of
 * it is PostgreSQL's, hardly does.
 */
const { values } = parseArgs({
  options: { entities: { type: 'string', default: '12000' }, seconds: { type: 'string', default: '5' } },
});
const SEARCHES = [
  '',
  'q=obiady dla szkoły&where=Limanowa',
  'q=sprzątanie',
  'q=catering w Nowym Sączu&reserved=1',
  'q=spszątanie biur&where=Kraków&km=60',
  'q=klub integracji w powiecie limanowskim&free=1',
  'category=green&voivodeship=12&sort=name&page=2',
  'q=spółdzielnia socjalna&type=SPS&confirmed=1',
  'q=pomoc w długach',
  'q=nikt tego nie robi&where=Sanok',
] as const;

const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
const now = new Date();
const app = await testApp(now);
try {
  const started = performance.now();
  await loadDirectory(app.adminUrl, app.parts, new Map(), warsawDate(now), Number(values.entities));
  const [size] = await asAdmin(app.adminUrl, async (run) => {
    await run('vacuum analyze directory.listing');
    await run('vacuum analyze directory.word');
    return run(`select (select count(*) from directory.listing) as entities, (select count(*) from directory.offer) as offers,
      pg_total_relation_size('directory.listing') / 1048576 as mb`);
  });
  console.log(
    `${size?.entities} entities, ${size?.offers} offers, search rows ${size?.mb} MB, made in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  const seconds = Number(values.seconds);
  const pick = (n: number) => SEARCHES[n % SEARCHES.length] ?? '';
  const [place] = await asAdmin(app.adminUrl, (run) => run('show data_directory'));
  const postmaster = Number(readFileSync(`${place?.data_directory}/postmaster.pid`, 'utf8').split('\n')[0]);
  const spent = () => [cpuOf([process.pid, postmaster]) ?? 0, cpuOf([postmaster]) ?? 0] as const;
  const say = async (name: string, hands: number, length: number, once: (n: number) => Promise<boolean>) => {
    let asked = 0;
    const before = spent();
    const { p50, p95, p99, errors } = await measure(hands, length, (n) => {
      asked += 1;
      return once(n);
    });
    const [all, database] = spent().map((now, i) => (now - (before[i] ?? 0)) / asked);
    const ms = (value = 0) => value.toFixed(1).padStart(6);
    console.log(
      `${name.padEnd(52)} p50 ${ms(p50)}  p95 ${ms(p95)}  p99 ${ms(p99)} ms  CPU ${ms(all)}, of it PostgreSQL ${ms(database)} ms  errors ${errors}`,
    );
  };
  const asked = (text: string) =>
    app.ctxAs(
      PUBLIC_ACTOR,
      (ctx) => search(ctx, readQuery(Object.fromEntries(new URLSearchParams(text))).query),
      { now },
    );
  for (const text of SEARCHES) {
    const { total } = await asked(text);
    await say(`${text || '(everything)'} → ${total}`, 1, 1, async () => (await asked(text)) !== null);
  }
  await say('service, mixed', 1, seconds, async (n) => (await asked(pick(n))) !== null);
  const page = async (n: number) =>
    (await app.fetch(new Request(`http://splot.test/directory?${new URLSearchParams(pick(n))}`))).status ===
    200;
  await say('whole page, mixed', 1, seconds, page);
  await say('whole page, mixed, 4 hands', 4, seconds, page);
} finally {
  await app.drop();
  await cluster.stop();
}
