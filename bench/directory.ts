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

/**
 * node --import tsx bench/directory.ts --entities 12000 --seconds 5: the search of the base, as the service, as the whole
 * page, and as its heaviest statement alone.
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
  const say = (name: string, { p50, p95, p99, perSecond, errors }: Awaited<ReturnType<typeof measure>>) =>
    console.log(
      `${name.padEnd(52)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms  ${perSecond.toFixed(0)}/s  errors ${errors}`,
    );
  const asked = (text: string) =>
    app.ctxAs(
      PUBLIC_ACTOR,
      (ctx) => search(ctx, readQuery(Object.fromEntries(new URLSearchParams(text))).query),
      { now },
    );
  for (const text of SEARCHES) {
    const { total } = await asked(text);
    say(
      `${text || '(everything)'} → ${total}`,
      await measure(1, 1, async () => (await asked(text)) !== null),
    );
  }
  say('service, mixed', await measure(1, seconds, async (n) => (await asked(pick(n))) !== null));
  const page = async (n: number) =>
    (await app.fetch(new Request(`http://splot.test/directory?${new URLSearchParams(pick(n))}`))).status ===
    200;
  say('whole page, mixed', await measure(1, seconds, page));
  say('whole page, mixed, 4 hands', await measure(4, seconds, page));
} finally {
  await app.drop();
  await cluster.stop();
}
