import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin } from '#test/factories.ts';
import { all, parseXml, textIn, type Xml } from '#test/xml.ts';
import { feedRoutes } from '../routes.tsx';

const SITE = 'https://splot.example';
let app: TestApp;
let guide: string;
let gone: string;
let half: string;

const ask = async (query: string) => {
  const answer = await app.visitor.get(`/oai${query === '' ? '' : `?${query}`}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  return parseXml(answer.text);
};
const errorOf = (xml: Xml) => all(xml, 'error').map((each) => each.attrs.code);
const idsOf = (xml: Xml) => all(xml, 'header').map((each) => textIn(each, 'identifier')?.split(':')[2]);

beforeAll(async () => {
  app = await moduleApp(() =>
    feedRoutes({ siteUrl: SITE, ownerName: 'Gmina & powiat', ownerEmail: 'splot@example.org', embeds: {} }),
  );
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
  ({ id: guide } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'przewodnik',
    title: 'Przewodnik & <słownik>',
    lead: 'Dla urzędu.',
    facts: { authors: ['Redakcja'], publisher: 'Splot', isbn: '978-83-0', licence: 'CC-BY-4.0' },
    themes: ['basics', 'money'],
    tags: ['gmina'],
    from: at(0),
  }));
  await makeDocument(app.adminUrl, {
    documentId: guide,
    lang: 'en',
    title: 'Guide',
    lead: 'For offices.',
    from: at(1),
  });
  await makeDocument(app.adminUrl, { kind: 'chapter', parentId: guide, slug: 'pierwszy', from: at(2) });
  await makeDocument(app.adminUrl, { kind: 'page', slug: 'o-nas', from: at(2) });
  await makeDocument(app.adminUrl, { slug: 'jutro', from: new Date('2026-03-05T09:00:00Z') });
  for (let i = 0; i < 230; i++)
    await makeDocument(app.adminUrl, { kind: 'practice', from: at(3 + Math.floor(i / 50)) });
  ({ id: gone } = await makeDocument(app.adminUrl, { slug: 'wycofana', themes: ['rights'], from: at(60) }));
  ({ id: half } = await makeDocument(app.adminUrl, { slug: 'polowa', from: at(60) }));
  await makeDocument(app.adminUrl, { documentId: half, lang: 'en', from: at(60) });
  await asAdmin(app.adminUrl, async (run) => {
    await run(
      `update library.version set state = 'withdrawn', withdrawn_reason = 'błąd', shown = tstzrange(lower(shown), '2026-02-10T12:00:00.5Z')
       where document_id = $1 or (document_id = $2 and lang = 'en')`,
      [gone, half],
    );
    await run('update library.document set published_at = null where id = $1', [gone]);
  });
}, 120_000);
afterAll(() => app.drop());

describe('what the repository is', () => {
  test('Identify', async () => {
    const xml = await ask('verb=Identify');
    expect(xml.name).toBe('OAI-PMH');
    expect(textIn(xml, 'responseDate')).toBe('2026-03-04T09:00:00Z');
    const [request] = all(xml, 'request');
    expect(request).toMatchObject({ attrs: { verb: 'Identify' }, text: `${SITE}/oai` });
    const [identify] = all(xml, 'Identify');
    expect(identify?.children.map((each) => [each.name, each.text])).toEqual([
      ['repositoryName', 'Splot: Gmina & powiat'],
      ['baseURL', `${SITE}/oai`],
      ['protocolVersion', '2.0'],
      ['adminEmail', 'splot@example.org'],
      ['earliestDatestamp', '2026-01-01T00:00:00Z'],
      ['deletedRecord', 'persistent'],
      ['granularity', 'YYYY-MM-DDThh:mm:ssZ'],
    ]);
  });

  test('formats and sets', async () => {
    expect(all(await ask('verb=ListMetadataFormats'), 'metadataPrefix').map((each) => each.text)).toEqual([
      'oai_dc',
    ]);
    expect(errorOf(await ask(`verb=ListMetadataFormats&identifier=oai:splot.example:${guide}`))).toEqual([]);
    const sets = all(await ask('verb=ListSets'), 'setSpec').map((each) => each.text);
    expect(sets).toContain('kind-publication');
    expect(sets).toContain('theme-basics');
    expect(sets).not.toContain('kind-page');
  });
});

describe('one record', () => {
  test('in Dublin Core, in every language', async () => {
    const xml = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:splot.example:${guide}`);
    const [header] = all(xml, 'header');
    expect(header?.children.map((each) => each.text)).toEqual([
      `oai:splot.example:${guide}`,
      '2026-01-01T00:01:00Z',
      'kind-publication',
      'theme-basics',
      'theme-money',
    ]);
    const [dc] = all(xml, 'oai_dc:dc');
    const values = (name: string) => dc?.children.filter((each) => each.name === `dc:${name}`);
    expect(values('title')).toMatchObject([
      { text: 'Przewodnik & <słownik>', attrs: { 'xml:lang': 'pl' } },
      { text: 'Guide', attrs: { 'xml:lang': 'en' } },
    ]);
    expect(values('identifier')?.map((each) => each.text)).toEqual([
      `${SITE}/library/przewodnik`,
      'urn:isbn:978-83-0',
    ]);
    expect(values('language')?.map((each) => each.text)).toEqual(['pl', 'en']);
    expect(values('rights')?.map((each) => each.text)).toEqual(['CC-BY-4.0']);
    expect(values('subject')?.map((each) => each.text)).toEqual(['Pierwsze kroki', 'Finansowanie', 'gmina']);
  });

  test('that was withdrawn is said to be gone; one language less is a change', async () => {
    const xml = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:splot.example:${gone}`);
    const [header] = all(xml, 'header');
    expect(header?.attrs).toEqual({ status: 'deleted' });
    expect(textIn(header ?? xml, 'datestamp')).toBe('2026-02-10T12:00:00Z');
    expect(all(xml, 'metadata')).toEqual([]);
    const other = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:splot.example:${half}`);
    expect(textIn(all(other, 'header')[0] ?? other, 'datestamp')).toBe('2026-02-10T12:00:00Z');
    expect(all(other, 'dc:language').map((each) => each.text)).toEqual(['pl']);
  });
});

describe('lists', () => {
  test('a harvest reads everything once, page by page, and keeps nothing on the server', async () => {
    const seen: (string | undefined)[] = [];
    const stamps: string[] = [];
    let query = 'verb=ListRecords&metadataPrefix=oai_dc';
    const cursors: (string | undefined)[] = [];
    for (let pages = 0; pages < 10; pages++) {
      const xml = await ask(query);
      seen.push(...idsOf(xml));
      stamps.push(...all(xml, 'datestamp').map((each) => each.text));
      const [token] = all(xml, 'resumptionToken');
      cursors.push(token?.attrs.cursor);
      if (!token?.text) break;
      expect(token.attrs.expirationDate).toBe('2026-03-05T09:00:00Z');
      query = `verb=ListRecords&resumptionToken=${encodeURIComponent(token.text)}`;
    }
    expect(cursors).toEqual(['0', '100', '200']);
    expect(seen).toHaveLength(234);
    expect(new Set(seen).size).toBe(234);
    expect(stamps).toEqual([...stamps].sort());
    const identifiers = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc');
    expect(idsOf(identifiers)).toEqual(seen.slice(0, 100));
    expect(all(identifiers, 'record')).toEqual([]);
  });

  test('by day, by second, by set', async () => {
    const list = async (more: string) =>
      idsOf(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&${more}`));
    expect((await list('from=2026-02-10')).sort()).toEqual([gone, half].sort());
    expect((await list('from=2026-02-10T12:00:00Z&until=2026-02-10T12:00:00Z')).length).toBe(2);
    expect(await list('from=2026-02-10T12:00:01Z')).toEqual([]);
    expect(await list('until=2026-01-01T00:01:00Z')).toEqual([guide]);
    expect(await list('set=kind-publication')).toEqual([guide]);
    expect(await list('set=theme-rights')).toEqual([gone]);
    expect((await list('until=9999-12-31')).length).toBe(100);
  });

  test('may be asked for by POST', async () => {
    const post = async (values: Record<string, string | string[]>) =>
      parseXml((await app.visitor.post('/oai', values)).text);
    expect(
      idsOf(await post({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'kind-publication' })),
    ).toEqual([guide]);
    expect(errorOf(await post({ verb: ['Identify', 'Identify'] }))).toEqual(['badVerb']);
    const foreign = await app.fetch(
      new Request('http://splot.test/oai', {
        method: 'POST',
        body: new URLSearchParams({ verb: 'Identify' }),
      }),
    );
    expect(foreign.status).toBe(200);
  });
});

describe('mistakes', () => {
  const OLD = Buffer.from(
    JSON.stringify({
      verb: 'ListRecords',
      from: null,
      until: null,
      kind: null,
      theme: null,
      at: '2026-01-01T00:00:00.000000Z',
      id: '019b0000-0000-7000-8000-000000000000',
      cursor: 100,
      expires: 1,
    }),
  ).toString('base64url');
  test.each([
    ['', 'badVerb'],
    ['verb=', 'badVerb'],
    ['verb=Nothing', 'badVerb'],
    ['verb=constructor', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=junk', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01&until=2026-02-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=marc21&identifier=oai:splot.example:x', 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:splot.example:x', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=%00%27', 'idDoesNotExist'],
    [
      'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:splot.example:019b0000-0000-7000-8000-000000000000',
      'idDoesNotExist',
    ],
    ['verb=ListMetadataFormats&identifier=x', 'idDoesNotExist'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=kind-nothing', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=', 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${OLD}`, 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ])('%s is %s', async (query, code) => {
    const xml = await ask(query);
    expect(errorOf(xml)).toEqual([code]);
    // The request is not repeated when it could not be understood.
    if (code === 'badVerb' || code === 'badArgument') expect(all(xml, 'request')[0]?.attrs).toEqual({});
  });
});
