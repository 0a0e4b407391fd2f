import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '#kernel/config.ts';
import { warsawDate } from '#kernel/time.ts';
import { loadEvents } from '../src/demo/events/load.ts';
import { INSTITUTIONS } from '../src/demo/institutions.ts';
import { loadLibrary } from '../src/demo/library/load.ts';
import { testApp } from '../test/app.ts';
import { startTestCluster } from '../test/cluster.ts';
import { asAdmin, makeInstitution } from '../test/factories.ts';
import { measure } from './load.ts';

/**
 * node --import tsx bench/knowledge.ts --documents 50000 --comments 500000 --events 20000 --seconds 5: public pages of the
 * library and of events at the size of a country. Documents and events are copies of the demonstration's, so that every
 * word is as common as it can be; half of the events lie ahead.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '50000' },
    comments: { type: 'string', default: '500000' },
    events: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '5' },
  },
});
const cluster = await startTestCluster();
process.env.SPLOT_TEST_SERVER = cluster.adminUrl;
process.env.SPLOT_TEST_TEMPLATE = cluster.template;
const app = await testApp(new Date());
try {
  const started = performance.now();
  await loadLibrary(app.parts);
  const { id } = await makeInstitution(app.adminUrl, 'OWES');
  await loadEvents(app.adminUrl, new Map(INSTITUTIONS.map(({ key }) => [key, id])), warsawDate(new Date()));
  await asAdmin(app.adminUrl, async (run) => {
    await run(`set session_replication_role = 'replica'`);
    await run(`create temp table scale as select ${Number(values.events)} as wanted`);
    await run(await readFile(join(projectRoot, 'bench/sql/events.sql'), 'utf8'));
  });
  const [size] = await asAdmin(app.adminUrl, async (run) => {
    const [given] = await run(
      `select count(*)::int as n from library.document where parent_id is null and kind <> 'publication'`,
    );
    const copies = Math.ceil(Number(values.documents) / Number(given?.n ?? 1));
    await run(`create temp table copy as
      select d.id as old, gen_random_uuid() as new, i from library.document d, generate_series(1, ${copies}) i
      where d.parent_id is null and d.kind <> 'publication'`);
    await run(`insert into library.document (id, kind, slug, position, comments, tags, published_at, created_at)
      select c.new, d.kind, left(d.slug, 80) || '-' || c.i, d.position, d.comments, d.tags, d.published_at - c.i * interval '1 hour', d.created_at
      from copy c join library.document d on d.id = c.old`);
    await run(`insert into library.version (id, document_id, lang, number, title, lead, body, facts, legal_state_on, review_by, state, shown, words, created_at, updated_at)
      select gen_random_uuid(), c.new, v.lang, 1, v.title || ' ' || c.i, v.lead, v.body, v.facts, v.legal_state_on, v.review_by, v.state,
        tstzrange(lower(v.shown) - c.i * interval '1 hour', null), v.words, v.created_at, v.updated_at
      from copy c join library.version v on v.document_id = c.old`);
    await run(
      `insert into library.document_theme select c.new, t.theme from copy c join library.document_theme t on t.document_id = c.old`,
    );
    await run(
      `insert into library.document_act select c.new, a.act, a.articles from copy c join library.document_act a on a.document_id = c.old`,
    );
    // A tenth of all comments stand under one page, the rest anywhere.
    await run(`create temp table said as select gen_random_uuid() as id, case when i % 10 = 0
        then (select new from copy join library.document d on d.id = old where d.kind = 'advice' order by i, old limit 1) else (array(select new from copy order by new limit 20000))[1 + i % least(20000, (select count(*)::int from copy))] end as subject, i
      from generate_series(1, ${Number(values.comments)}) i`);
    await run(`insert into exchange.comment (id, subject_kind, subject_id, thread_id, state, text_hash, created_at)
      select id, 'document', subject, id, 'shown', md5(i::text), now() - i * interval '1 minute' from said`);
    await run(`insert into exchange.comment_text (comment_id, number, title, body, signature, lang, written_at)
      select id, 1, 'Pytanie ' || i, 'Czy u Państwa też tak było? Prosimy o kontakt w sprawie stołówki.', 'Czytelnik', 'pl', now() from said`);
    await run('vacuum analyze');
    return run(`select (select count(*) from library.document) as documents, (select count(*) from exchange.comment) as comments,
      (select slug from library.document where id = (select new from copy join library.document d on d.id = old where d.kind = 'advice' order by i, old limit 1)) as hot,
      (select case kind when 'practice' then 'practices' when 'model' then 'models' when 'pilot' then 'pilots' when 'result' then 'results'
        when 'page' then 'pages' else 'news' end from library.document where id = (select new from copy join library.document d on d.id = old where d.kind = 'advice' order by i, old limit 1)) as section,
      (select count(*) from events.event) as events, (select slug from events.event where state = 'published' and slug ~ '-9$' order by slug limit 1) as event`);
  });
  console.log(
    `${size?.documents} documents, ${size?.comments} comments, ${size?.events} events, made in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  const seconds = Number(values.seconds);
  const pages = [
    '/knowledge',
    '/knowledge?theme=procurement',
    '/knowledge?theme=rights&page=30',
    '/knowledge?q=zamówienia zastrzeżone',
    '/knowledge?q=gmina',
    '/knowledge?q=spółdzielnia socjalna stołówka',
    '/knowledge?q=nic takiego nie ma',
    '/knowledge/acts/pzp',
    '/news',
    '/news?theme=money&page=40',
    '/practices?page=20',
    '/news/zamowienie-zastrzezone-krok-po-kroku',
    '/practices/obiad-z-rozmowa-7',
    '/news/feed.atom',
    `/${size?.section}/${size?.hot}`,
    '/events',
    '/events?theme=cooperatives',
    '/events?when=past&page=20',
    '/events?q=spółdzielnia&region=12',
    `/events?month=${warsawDate(new Date()).slice(0, 7)}`,
    '/events/feeds/atom.xml',
    '/events/feeds/calendar.ics',
    '/events/feeds/calendar.ics?theme=money',
    `/events/${size?.event}`,
  ];
  const once = async (path: string) =>
    (await app.fetch(new Request(`http://splot.test${path.replaceAll(' ', '%20')}`))).status === 200;
  for (const path of pages) {
    const { p50, p95, perSecond, errors } = await measure(1, seconds / 2, () => once(path));
    console.log(
      `${path.padEnd(52)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)} ms  ${perSecond.toFixed(0)}/s  errors ${errors}`,
    );
  }
} finally {
  await app.drop();
  await cluster.stop();
}
