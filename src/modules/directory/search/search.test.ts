import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { insertEntities } from '#test/directory.ts';
import { asAdmin } from '#test/factories.ts';
import { corpus, insertCorpus } from '#test/relevance/set.ts';
import { refreshListings } from '../listing/api.ts';
import { ANY, addressOf, readQuery } from './schema.ts';
import { search } from './service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const ids = await insertCorpus(app.adminUrl);
  const gone = await insertEntities(app.adminUrl, [
    { name: 'Kuchnia Dawna', state: 'deregistered', offers: [{ category: 'catering', name: 'Obiady' }] },
  ]);
  await app.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, [...ids, ...gone]));
}, 60_000);
afterAll(() => app.drop());

const find = (address: string) =>
  app.ctxAs(PUBLIC_ACTOR, (ctx) =>
    search(ctx, readQuery(Object.fromEntries(new URLSearchParams(address))).query),
  );
const of = (tag: string) => corpus.filter(({ tags }) => tags.has(tag)).length;

describe('a search', () => {
  test('counts every facet with the other filters applied', async () => {
    const all = await find('q=obiady');
    expect(all.facets.category.find(({ code }) => code === 'catering')?.count).toBe(of('catering'));
    const reserved = await find('category=catering&reserved=1');
    const without = await find('category=catering');
    expect(reserved.total).toBe(without.boxes.reserved);
    expect(reserved.boxes.reserved).toBe(reserved.total);
    // The facet of the category shows what another category would bring under the same box.
    const cleaning = await find('category=cleaning&reserved=1');
    expect(reserved.facets.category.find(({ code }) => code === 'cleaning')?.count).toBe(cleaning.total);
  });

  test('leaves out who was struck off unless asked, and names nobody twice', async () => {
    expect((await find('q=kuchnia dawna')).hits.map(({ name }) => name)).not.toContain('Kuchnia Dawna');
    expect((await find('q=kuchnia dawna&state=all')).hits[0]?.name).toBe('Kuchnia Dawna');
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((page) => find(`page=${page}`)));
    const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id));
    expect(ids).toHaveLength(150);
    expect(new Set(ids).size).toBe(150);
  });

  test('puts who works and was confirmed lately before who does not', async () => {
    const offers = [{ category: 'catering', name: 'Pierogi kresowe' }];
    const ids = await insertEntities(app.adminUrl, [
      { name: 'Pierogarnia A', state: 'in_liquidation', confirmedOn: '2026-03-01', offers },
      { name: 'Pierogarnia B', confirmedOn: '2020-01-01', offers },
      { name: 'Pierogarnia C', confirmedOn: '2026-03-01', offers },
    ]);
    await app.ctxAs(SYSTEM_ACTOR, (ctx) => refreshListings(ctx, ids));
    const { hits } = await find('q=pierogi kresowe');
    expect(hits.slice(0, 2).map(({ name }) => name)).toEqual(['Pierogarnia C', 'Pierogarnia B']);
    expect(hits.findIndex(({ name }) => name === 'Pierogarnia A')).not.toBe(0);
    await asAdmin(app.adminUrl, (run) =>
      run('delete from directory.listing where entity_id = any($1)', [ids]),
    );
  });

  test('measures from the place, forgives its spelling, and lets the reader choose among namesakes', async () => {
    const near = await find('q=catering&where=limanowej&km=25&sort=distance');
    expect(near.place).toMatchObject({ kind: 'locality', name: 'Limanowa' });
    expect(near.hits.map(({ km }) => km)).toEqual(
      [...near.hits.map(({ km }) => km)].sort((a, b) => Number(a) - Number(b)),
    );
    expect(near.hits.every(({ km }) => km !== null && km <= 25)).toBe(true);
    expect((await find('where=Lymanowa')).place).toMatchObject({ name: 'Limanowa' });
    expect((await find('where=Wierzbno, do 30 km')).km).toBe(30);
    expect((await find('where=Wierzbno (węgrowski)')).place).toMatchObject({ county: '1433' });
    expect((await find('where=małopolskie')).place).toEqual({
      kind: 'voivodeship',
      code: '12',
      name: 'małopolskie',
    });
    expect((await find('where=powiat limanowski')).place).toMatchObject({ kind: 'county', code: '1207' });
    expect((await find('where=Qwertyuiop')).unknownPlace).toBe('Qwertyuiop');
  });

  test('without an answer says what to loosen and who is nearest', async () => {
    const none = await find('q=żłobek&where=Zakopane&km=10&reserved=1');
    expect(none.total).toBe(0);
    expect(none.loosened).toMatchObject({ reserved: 1 });
    const far = await find('q=kajaki&where=Szczecin');
    expect(far.total).toBe(0);
    expect(far.nearest.length).toBeGreaterThan(0);
  });
});

test('an address survives being read and written', () => {
  const { query } = readQuery({
    q: 'obiady & „cuda”',
    where: 'Nowy Sącz',
    km: '60',
    category: 'catering,green',
    reserved: '1',
    page: '3',
  });
  expect(
    readQuery(Object.fromEntries(new URLSearchParams(addressOf(query, { page: 3 }).split('?')[1]))).query,
  ).toEqual(query);
  expect(addressOf(ANY)).toBe('/directory');
});

describe('the page', () => {
  test.each([
    'page=-1',
    'page=1000000000',
    'page=400',
    'km=1e99&where=Limanowa',
    "q=';drop table directory.listing;--",
    'q=<script>alert(1)</script>',
    'q=%00%ff&where=%00',
    'q=%27%22%5C%3A*%26%7C!()',
    'county=9999&voivodeship=99',
    'category=<b>&type=%27&cpv=99999999999&pkd=..',
    'polygon=((0,0),(1e999,2))&date=2026-99-99&sort=sideways&state=odd&reserved=yes',
    `q=${'ą'.repeat(3000)}`,
    `q=${'kot '.repeat(900)}`,
    'q=\u{1F600}&where=\u{1F600}',
    'q=&where=,,,((',
    'where=1207',
    'where=0000',
  ])('answers kindly to %s', async (query) => {
    for (const path of ['/directory', '/directory/atom.xml', '/directory/saved/new']) {
      const { status, text } = await app.visitor.get(`${path}?${query}`);
      expect(status).toBe(200);
      expect(text).not.toContain('<script>alert');
    }
  });

  test('says which filters were left out', async () => {
    const { text } = await app.visitor.get('/directory?page=-1&type=x');
    expect(text).toContain('są pominięte: type, page');
  });

  test('offers one enquiry to all shown who sell something', async () => {
    const { text } = await app.visitor.get('/directory?q=catering&where=Limanowa&km=10');
    expect(text).toContain('Wyślij jedno zapytanie do wszystkich');
    expect(/name="entities" value="([^"]+)"/.exec(text)?.[1]?.split(',')).toHaveLength(2);
    // What was looked for, and where, need not be typed again.
    expect(text).toContain('name="q" value="catering"');
    expect(text).toMatch(/name="place" value="Limanowa[^"]*"/);
    expect(text).toContain('name="category" value="catering"');
  });

  test('is written in English too, and has its feed', async () => {
    const { text } = await app.visitor.get('/directory?q=cleaning', { 'accept-language': 'en' });
    expect(text).toContain('Who can do it near you');
    expect(text).toContain('type="application/atom+xml"');
  });
});

test('the feed is Atom with the newest first', async () => {
  const path = '/directory/atom.xml?q=spółdzielnia&category=catering';
  const { text, headers } = await app.visitor.get(path);
  const known = { 'if-none-match': headers.get('etag') ?? '' };
  expect((await app.visitor.get(path, known)).status).toBe(304);
  expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  for (const part of [
    '<feed xmlns="http://www.w3.org/2005/Atom"',
    '<id>tag:splot,2026:directory:',
    '<updated>',
    '<author>',
    'rel="self"',
    'category=catering',
  ])
    expect(text).toContain(part);
  const dates = [...text.matchAll(/<entry>[\s\S]*?<updated>([^<]+)/g)].map(([, date]) => date);
  expect(dates.length).toBeGreaterThan(3);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
});

describe('the page of a county', () => {
  test('counts what is there and shows free places', async () => {
    const { status, text } = await app.visitor.get('/directory/counties/1207');
    expect(status).toBe(200);
    expect(text).toContain('Powiat limanowski');
    expect(text).toContain('Klub Integracji Społecznej');
    expect(text).toContain(`/directory?county=1207&amp;type=KIS`);
  });
  test('stands also for a county without anybody, and not for none', async () => {
    expect((await app.visitor.get('/directory/counties/3216')).text).toContain(
      'nie ma jeszcze żadnego podmiotu',
    );
    for (const code of ['9999', 'abc', "12'7"])
      expect((await app.visitor.get(`/directory/counties/${code}`)).status).toBe(404);
  });
});
