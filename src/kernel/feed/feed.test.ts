import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, parseXml, textIn } from '#test/xml.ts';
import { type Entry, type Feed, writeAtom, writeJsonFeed, writeRss } from './feed.ts';

/** Any text of signs that XML can hold; its line ends are not told apart by XML. */
const words = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((text) => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const when = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  url,
  title: words,
  updated: when,
  published: maybe(when),
  authors: fc.array(words, { maxLength: 3 }),
  categories: fc.array(fc.record({ term: words, label: words }), { maxLength: 3 }),
  summary: maybe(words),
  html: maybe(words),
  lang: fc.constantFrom(undefined, 'en'),
});
const feed: fc.Arbitrary<Feed> = fc.record({
  id: url,
  title: words,
  description: words,
  lang: fc.constantFrom('pl', 'uk'),
  self: url,
  home: url,
  author: words,
  updated: when,
  entries: fc.array(entry, { maxLength: 5 }),
});

describe('what is written is read again', () => {
  test('Atom', () => {
    fc.assert(
      fc.property(feed, (made) => {
        const xml = parseXml(writeAtom(made));
        expect(xml.attrs).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': made.lang });
        expect(textIn(xml, 'id')).toBe(made.id);
        expect(textIn(xml, 'title')).toBe(made.title);
        expect(textIn(xml, 'subtitle') ?? '').toBe(made.description);
        expect(new Date(textIn(xml, 'updated') ?? '')).toEqual(made.updated);
        const links = xml.children.filter((child) => child.name === 'link').map((link) => link.attrs);
        expect(links.map((link) => [link.rel, link.href])).toEqual([
          ['self', made.self],
          ['alternate', made.home],
        ]);
        const read = all(xml, 'entry').map(
          (each): Entry => ({
            id: textIn(each, 'id') ?? '',
            url: all(each, 'link')[0]?.attrs.href ?? '',
            title: textIn(each, 'title') ?? '',
            updated: new Date(textIn(each, 'updated') ?? ''),
            published:
              textIn(each, 'published') === null ? undefined : new Date(textIn(each, 'published') ?? ''),
            authors: all(each, 'name').map((name) => name.text),
            categories: all(each, 'category').map(({ attrs }) => ({
              term: attrs.term ?? '',
              label: attrs.label ?? '',
            })),
            summary: textIn(each, 'summary') ?? undefined,
            html: textIn(each, 'content') ?? undefined,
            lang: each.attrs['xml:lang'],
          }),
        );
        expect(read).toEqual(made.entries);
      }),
    );
  });

  test('RSS', () => {
    fc.assert(
      fc.property(feed, (made) => {
        const xml = parseXml(writeRss(made));
        expect(xml.attrs.version).toBe('2.0');
        const [channel] = all(xml, 'channel');
        if (!channel) throw new Error('no channel');
        expect(textIn(channel, 'link')).toBe(made.home);
        expect(textIn(channel, 'description')).toBe(made.description || made.title);
        expect(all(channel, 'atom:link')[0]?.attrs).toMatchObject({ rel: 'self', href: made.self });
        expect(textIn(channel, 'lastBuildDate')).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
        const read = all(channel, 'item').map((item) => ({
          id: textIn(item, 'guid'),
          url: textIn(item, 'link'),
          title: textIn(item, 'title'),
          published: new Date(textIn(item, 'pubDate') ?? ''),
          authors: all(item, 'dc:creator').map((each) => each.text),
          labels: all(item, 'category').map((each) => each.text),
          summary: textIn(item, 'description') ?? undefined,
          html: textIn(item, 'content:encoded') ?? undefined,
        }));
        expect(read).toEqual(
          made.entries.map((each) => ({
            id: each.id,
            url: each.url,
            title: each.title,
            published: each.published ?? each.updated,
            authors: each.authors,
            labels: each.categories?.map((category) => category.label),
            summary: each.summary,
            html: each.html,
          })),
        );
        for (const guid of all(channel, 'guid')) expect(guid.attrs).toEqual({ isPermaLink: 'false' });
      }),
    );
  });

  test('JSON Feed', () => {
    fc.assert(
      fc.property(feed, (made) => {
        const json = JSON.parse(writeJsonFeed(made));
        expect(json).toMatchObject({
          version: 'https://jsonfeed.org/version/1.1',
          title: made.title,
          feed_url: made.self,
          home_page_url: made.home,
        });
        for (const [i, item] of json.items.entries()) {
          const each = made.entries[i];
          expect(item).toMatchObject({ id: each?.id, url: each?.url, title: each?.title });
          expect(new Date(item.date_modified)).toEqual(each?.updated);
          expect('content_html' in item).not.toBe('content_text' in item);
          expect(item.content_html).toBe(each?.html);
        }
      }),
    );
  });

  test('signs that XML cannot hold are left out', () => {
    const bad = { id: 'x:1', url: 'https://a.pl', title: 'a\u0000\u000b\ud800b', updated: new Date(0) };
    const made: Feed = {
      ...bad,
      lang: 'pl',
      self: 'https://a.pl',
      home: 'https://a.pl',
      author: '',
      entries: [bad],
    };
    for (const write of [writeAtom, writeRss]) expect(write(made)).toContain('<title>ab</title>');
  });
});
