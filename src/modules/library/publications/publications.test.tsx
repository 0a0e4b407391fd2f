import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeFile } from '#kernel/files/files.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';
import { moduleApp, type TestApp } from '#test/app.ts';
import { makeDocument } from '#test/documents.ts';
import { asAdmin, makeInstitution, makeWorker } from '#test/factories.ts';
import { all, parseXml, textIn, type Xml } from '#test/xml.ts';
import { publicationRoutes } from './routes.tsx';

const SITE = 'https://splot.example';
/** One dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let app: TestApp;
let dir: string;
const get = (path: string) => app.visitor.get(path);
const bytesOf = async (path: string) => {
  const response = await app.fetch(new Request(`http://splot.test${path}`));
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

beforeAll(async () => {
  app = await moduleApp(() =>
    publicationRoutes({
      siteUrl: SITE,
      embeds: {
        directory: async (_, { q = '' }) => ({
          view: <b>lista: {q}</b>,
          blocks: [{ type: 'paragraph', children: [{ type: 'text', text: `lista: ${q}` }] }],
        }),
      },
      discussion: async () => null,
    }),
  );
  const { id } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'przewodnik',
    title: 'Przewodnik & zasady <próbne>',
    lead: 'Dla urzędu.',
    body: '## O przewodniku\n\nWstęp.',
    facts: {
      type: 'guide',
      authors: ['Redakcja Splotu'],
      edition: '2',
      year: 2026,
      publisher: 'Splot',
      licence: 'CC-BY-4.0',
    },
    legalStateOn: '2026-02-01',
  });
  await makeDocument(app.adminUrl, {
    documentId: id,
    lang: 'en',
    title: 'Guide',
    facts: { authors: ['Splot editors'], year: 2026 },
  });
  const chapter = (position: number, slug: string, title: string, body: string) =>
    makeDocument(app.adminUrl, {
      kind: 'chapter',
      parentId: id,
      position,
      slug,
      title,
      body,
      lead: `O tym: ${title}`,
    });
  await chapter(
    1,
    'pierwszy',
    'Pierwszy',
    '## Wspólne\n\n[Wyżej](#wspolne), [donikąd](#nie-ma). Tekst[^1] z [linkiem](/library/przewodnik/drugi).\n\n[^1]: Przypis.',
  );
  const { id: second } = await chapter(
    2,
    'drugi',
    'Drugi',
    '## Wspólne\n\n::directory{q="catering"}\n\n::chart{title="Najwięcej jest WTZ" values="WTZ: 729; KIS: 202,5" unit="szt." source="rejestr"}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n- [ ] zadanie',
  );
  await makeDocument(app.adminUrl, {
    documentId: second,
    lang: 'en',
    title: 'Second',
    body: 'English text.',
  });
  await chapter(3, 'trzeci', 'Trzeci', '#panic("x") *b* $x$');
  dir = await mkdtemp(join(tmpdir(), 'splot-pictures-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  const office = await makeInstitution(app.adminUrl, 'OWES');
  const editor = await makeWorker(app.adminUrl, office, ['editor']);
  const picture = await app.ctxAs(editor, (ctx) =>
    storeFile(ctx, { name: 'kuchnia.png', bytes: PNG, allowed: ['png'], isPublic: true }),
  );
  await asAdmin(app.adminUrl, async (run) => {
    await run(`update library.document set image_id = $1, image_licence = 'fot. Splot' where id = $2`, [
      picture,
      second,
    ]);
    await run(`update library.version set image_alt = 'Kuchnia o świcie' where document_id = $1`, [second]);
  });
  const { id: series } = await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'abc',
    facts: { type: 'series' },
  });
  await makeDocument(app.adminUrl, {
    kind: 'publication',
    slug: 'abc-umowy',
    title: 'ABC umowy',
    parentId: series,
  });
});
afterAll(async () => {
  await stopPdf();
  await rm(dir, { recursive: true, force: true });
  await app.drop();
});

describe('in the browser', () => {
  test('the publication has its contents, what to take away, and its parts when it is a series', async () => {
    const { status, text } = await get('/library/przewodnik');
    expect(status).toBe(200);
    for (const tail of ['/pdf', '/epub', '/print', '/cite'])
      expect(text).toContain(`/library/przewodnik${tail}?lang=pl`);
    const places = ['href="#contents"', 'Wstęp.', '/pierwszy"', '/drugi"', '/trzeci"'].map((word) =>
      text.indexOf(word),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((x, y) => x - y));
    expect((await get('/library/abc')).text).toContain('href="/library/abc-umowy"');
  });

  test('a chapter says which it is and leads to those beside it', async () => {
    const { text } = await get('/library/przewodnik/drugi');
    expect(text).toContain('Rozdział 2 z 3');
    expect(text).toMatch(/href="\/library\/przewodnik\/pierwszy" rel="prev"/);
    expect(text).toMatch(/href="\/library\/przewodnik\/trzeci" rel="next"/);
    expect(text).toContain('href="/library/przewodnik#contents"');
    expect((await get('/library/przewodnik/pierwszy')).text).not.toContain('rel="prev"');
    expect((await get('/library/przewodnik/trzeci')).text).not.toContain('rel="next"');
    expect((await get('/library/przewodnik/drugi/history')).status).toBe(200);
  });

  test('the whole on one page has one h1 and no id twice', async () => {
    const { text } = await get('/library/przewodnik/print');
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('<h2 id="chapter-drugi">');
    expect(text).toContain('<h3 id="drugi-wspolne">');
    expect(text).toContain('href="#pierwszy-wspolne"');
    expect(text).toContain('lista: catering');
    expect(text).toContain('alt="Kuchnia o świcie"');
    expect(text).toContain('Najwięcej jest WTZ');
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    '/library/nie-ma',
    '/library/nie-ma/pdf',
    '/library/przewodnik/nie-ma',
    '/library/przewodnik/cite/xml',
    '/library/Ą',
  ])('%s is not there', async (path) => expect((await get(path)).status).toBe(404));
});

describe('as PDF', () => {
  test('accessible, whole, in the language asked for, and nothing typed is a command', async () => {
    const { response, bytes } = await bytesOf('/library/przewodnik/pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain('przewodnik-pl.pdf');
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const text = readPdfText(bytes).join('\n');
    for (const word of [
      'Przewodnik & zasady <próbne>',
      'Spis treści',
      'CC-BY-4.0',
      'Pierwszy',
      'Przypis.',
      'zadanie',
      '#panic("x")',
      'lista: catering',
      'Najwięcej jest WTZ',
      '202,5 szt.',
      'Źródło: rejestr',
      'fot. Splot',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(word);
    expect(source).toMatch(/\/Subtype \/Image/);
    expect(source).toMatch(/\/Alt/);
    const english = readPdfText((await bytesOf('/library/przewodnik/pdf?lang=en')).bytes).join('\n');
    expect(english).toContain('English text.');
    expect(english).toContain('Guide');
  });
});

describe('as EPUB', () => {
  let files: Record<string, Uint8Array>;
  let bytes: Uint8Array;
  const xml = (name: string): Xml => parseXml(new TextDecoder().decode(files[name]));
  beforeAll(async () => {
    ({ bytes } = await bytesOf('/library/przewodnik/epub'));
    files = unzipSync(bytes);
  });

  test('the kind of the file stands first and stored', () => {
    const head = Buffer.from(bytes.slice(0, 58)).toString('latin1');
    expect(head.slice(0, 4)).toBe('PK\u0003\u0004');
    expect(head.slice(8, 10)).toBe('\0\0');
    expect(head.slice(28, 30)).toBe('\0\0');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
  });

  test('every document is well-formed, every id unique, every link leads somewhere', () => {
    const names = Object.keys(files).filter((name) => name.endsWith('.xhtml'));
    expect(names).toHaveLength(5);
    const ids = new Map(
      names.map((name) => [name, everything(xml(name)).flatMap(({ attrs }) => attrs.id ?? [])]),
    );
    for (const name of names) {
      const document = xml(name);
      expect(document.attrs).toMatchObject({
        xmlns: 'http://www.w3.org/1999/xhtml',
        lang: 'pl',
        'xml:lang': 'pl',
      });
      expect(new Set(ids.get(name)).size).toBe(ids.get(name)?.length);
      for (const { attrs } of all(document, 'a')) {
        if (attrs.href?.startsWith('https://')) continue;
        const [file, id] = (attrs.href ?? '').split('#');
        const target = file ? `OEBPS/${file}` : name;
        expect(names).toContain(target);
        if (id) expect(ids.get(target)).toContain(id);
      }
    }
  });

  test('charts are figures with bars, pictures have their words', () => {
    const chapter = new TextDecoder().decode(files['OEBPS/chapter-002.xhtml']);
    expect(chapter).toContain(
      '<th scope="row">KIS</th><td>202,5\u00a0szt.<div class="bar" style="width: 28%"></div></td>',
    );
    expect(chapter).toContain('lista: catering');
    const src = /<img src="(pictures\/[^"]+\.png)" alt="Kuchnia o świcie"\/>/.exec(chapter)?.[1];
    expect(Buffer.from(files[`OEBPS/${src}`] ?? []).equals(PNG)).toBe(true);
    expect(xml('OEBPS/content.opf')).toBeDefined();
    expect(new TextDecoder().decode(files['OEBPS/content.opf'])).toContain('alternativeText');
  });

  test('the package names every file once, in the order of reading, and says how accessible it is', () => {
    const opf = xml('OEBPS/content.opf');
    const hrefs = all(opf, 'item').map((item) => `OEBPS/${item.attrs.href}`);
    expect([...hrefs, 'OEBPS/content.opf', 'META-INF/container.xml', 'mimetype'].sort()).toEqual(
      Object.keys(files).sort(),
    );
    const known = new Set(all(opf, 'item').map((item) => item.attrs.id));
    for (const ref of all(opf, 'itemref')) expect(known.has(ref.attrs.idref)).toBe(true);
    const [metadata] = all(opf, 'metadata');
    if (!metadata) throw new Error('no metadata');
    expect(textIn(metadata, 'dc:title')).toBe('Przewodnik & zasady <próbne>');
    expect(textIn(metadata, 'dc:language')).toBe('pl');
    const meta = all(metadata, 'meta').map((each) => [each.attrs.property, each.text]);
    expect(meta).toContainEqual(['dcterms:modified', '2026-02-01T09:00:00Z']);
    expect(meta).toContainEqual(['schema:accessMode', 'textual']);
    expect(meta).toContainEqual(['schema:accessibilityFeature', 'tableOfContents']);
    expect(meta).toContainEqual(['dcterms:conformsTo', 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA']);
    expect(all(xml('OEBPS/nav.xhtml'), 'a').map((link) => link.attrs.href)).toEqual([
      'title.xhtml',
      'title.xhtml#o-przewodniku',
      'chapter-001.xhtml',
      'chapter-001.xhtml#pierwszy-wspolne',
      'chapter-002.xhtml',
      'chapter-002.xhtml#drugi-wspolne',
      'chapter-003.xhtml',
    ]);
  });

  test('the same book is the same file', async () => {
    expect(Buffer.from((await bytesOf('/library/przewodnik/epub')).bytes).equals(Buffer.from(bytes))).toBe(
      true,
    );
  });
});

test('citations are offered and given', async () => {
  const { text } = await get('/library/przewodnik/cite');
  expect(text).toContain(
    'Redakcja Splotu. Przewodnik &amp; zasady &lt;próbne&gt; [online]. Wyd. 2. Splot, 2026',
  );
  for (const [format, start] of [
    ['bib', '@book{przewodnik-2026,'],
    ['ris', 'TY  - BOOK'],
    ['json', '['],
  ] as const) {
    const answer = await get(`/library/przewodnik/cite/${format}`);
    expect(answer.text.startsWith(start)).toBe(true);
    expect(answer.headers.get('content-disposition')).toContain(`przewodnik-2026.${format}`);
  }
});

const everything = (xml: Xml): Xml[] => [xml, ...xml.children.flatMap(everything)];
