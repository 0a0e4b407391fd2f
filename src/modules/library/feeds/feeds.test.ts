import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { all, parseXml, textIn } from '#test/xml.ts';
import { feedRoutes } from './routes.tsx';

const SITE = 'https://splot.example';
let app: TestApp;
const get = (path: string) => app.visitor.get(path);

beforeAll(async () => {
  app = await moduleApp(() =>
    feedRoutes({ siteUrl: SITE, ownerName: 'Gmina', ownerEmail: 'splot@example.org', embeds: {} }),
  );
  const day = (n: number) => new Date(Date.UTC(2026, 1, n, 10));
  const news = await makeDocument(app.adminUrl, {
    slug: 'nowa-ustawa',
    title: 'Nowa ustawa & <zmiany>',
    lead: 'W skrócie.',
    body: '## Co dalej\n\nCzytaj [przewodnik](/library/przewodnik)[^1].\n\n<script>x</script>\n\n[^1]: Przypis.',
    themes: ['basics'],
    from: day(5),
  });
  await makeDocument(app.adminUrl, {
    documentId: news.id,
    lang: 'en',
    title: 'New act',
    body: 'English.',
    from: day(6),
  });
  const { id } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'przewodnik',
    title: 'Przewodnik',
    facts: { authors: ['Redakcja'] },
    from: day(3),
  });
  await makeDocument(app.adminUrl, { kind: 'chapter', parentId: id, slug: 'pierwszy', from: day(7) });
  await makeDocument(app.adminUrl, { kind: 'page', slug: 'o-nas', from: day(7) });
  await makeDocument(app.adminUrl, { slug: 'jutro', title: 'Jutro', from: new Date('2026-03-05T09:00:00Z') });
  for (let i = 0; i < 25; i++)
    await makeDocument(app.adminUrl, {
      kind: 'practice',
      title: `Praktyka ${i}`,
      from: day(1),
      themes: ['money'],
    });
});
afterAll(() => app.drop());

describe('feeds', () => {
  test('Atom of the news: whole texts, newest first, nothing that waits for its day', async () => {
    const answer = await get('/news/feed.atom');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseXml(answer.text);
    expect(all(feed, 'link')[0]?.attrs.href).toBe(`${SITE}/news/feed.atom?lang=pl`);
    const [entry, ...others] = all(feed, 'entry');
    if (!entry) throw new Error('no entry');
    expect(others).toEqual([]);
    expect(textIn(entry, 'title')).toBe('Nowa ustawa & <zmiany>');
    expect(textIn(entry, 'published')).toBe('2026-02-05T10:00:00.000Z');
    const html = textIn(entry, 'content') ?? '';
    expect(html).toContain(`<a href="${SITE}/library/przewodnik">`);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/href="[#/]/);
    expect(all(entry, 'category')[0]?.attrs).toEqual({ term: 'basics', label: 'Pierwsze kroki' });
  });

  test('in English, by theme, of everything, as RSS and JSON', async () => {
    const english = parseXml((await get('/news/feed.atom?lang=en&theme=basics')).text);
    expect(textIn(english, 'title')).toBe('Splot: News and advice, First steps');
    expect(all(english, 'entry').map((entry) => textIn(entry, 'title'))).toEqual(['New act']);
    expect(all(english, 'link')[0]?.attrs.href).toBe(`${SITE}/news/feed.atom?theme=basics&lang=en`);
    const rss = parseXml((await get('/knowledge/feed.rss')).text);
    expect(all(rss, 'item')).toHaveLength(20);
    expect(textIn(all(rss, 'item')[1] ?? rss, 'dc:creator')).toBe('Redakcja');
    const json = JSON.parse((await get('/knowledge/feed.json?theme=money')).text);
    expect(json.items).toHaveLength(20);
    expect(JSON.parse((await get('/models/feed.json')).text).items).toEqual([]);
  });

  test('an unknown theme is not there, an unknown parameter is refused, what is unchanged is not sent again', async () => {
    expect((await get('/news/feed.atom?theme=nie_ma')).status).toBe(404);
    expect((await get('/news/feed.atom?x=1')).status).toBe(400);
    const etag = (await get('/news/feed.rss')).headers.get('etag') ?? '';
    const again = await app.visitor.get('/news/feed.rss', { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });
});
