import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { renderPdf, stopPdf } from '#kernel/pdf/pdf.ts';
import { readPdfText } from '#kernel/pdf/read-text.ts';

const sample = fileURLToPath(new URL('./sample.typ', import.meta.url));
const data = {
  institution: { name: 'Urząd w Zażółciu', lines: ['ul. Długa 1', '00-000 Zażółć'] },
  addressee: ['Anna Przykładowa'],
  number: 'A/1/2026',
  version: '2',
  generated: '05.03.2026, 14:30',
  heading: 'Ustalenia',
  facts: [
    ['Termin', '05.03.2026'],
    ['Miejsce', null],
  ],
  text: 'Pierwszy.\n\nDrugi.',
  header: ['Data', 'Opis', 'Godziny'],
  rows: [['05.03.2026', 'Spotkanie', '2']],
  items: ['Raz', 'Dwa'],
  notice: 'Ważne',
  people: [
    { role: 'Prowadzący', name: 'Jan Testowy', signed: 'Podpisano 05.03.2026' },
    { role: 'Osoba', name: null, signed: null },
  ],
};
const at = new Date('2026-03-05T13:30:00Z');
const options = { lang: 'pl', title: 'Plan „Łódź”', at } as const;
const print = (changed: object = {}, lang: 'pl' | 'en' | 'uk' = 'pl') =>
  renderPdf(sample, { ...data, ...changed }, { ...options, lang });
const source = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const words = (bytes: Uint8Array) => readPdfText(bytes).join('\n');

/** Without spaces: lines break where they must, and a change of font breaks a run of text as well. */
const plain = (value: string) => value.replace(/\s+/g, '');

afterAll(stopPdf);

describe('accessible', () => {
  test('the document says that it is PDF/UA-1, tagged, in which language, and shows its title', async () => {
    const pdf = source(await print());
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toMatch(/\/MarkInfo <<\s+\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Type \/Catalog[\s\S]*\/Lang \(pl\)/);
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(Buffer.from(pdf, 'latin1').toString()).toContain('Plan „Łódź”');
    for (const tag of ['Title', 'H1', 'H2', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'P'])
      expect(pdf, tag).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(pdf).toMatch(/\/Scope \/Column/);
  });

  test.each([
    ['pl', 'Strona 1 z 1', 'Data i podpis'],
    ['en', 'Page 1 of 1', 'Date and signature'],
    ['uk', 'Сторінка 1 з 1', 'Дата і підпис'],
  ] as const)('in %s', async (lang, page, signature) => {
    const pdf = await print({}, lang);
    expect(source(pdf)).toContain(`/Lang (${lang})`);
    expect(words(pdf)).toContain(page);
    expect(words(pdf)).toContain(signature);
  });

  test('everything given stands in it, in the order of reading', async () => {
    const text = words(await print());
    const expected = [
      'Urząd w Zażółciu',
      'Anna Przykładowa',
      'Plan „Łódź”',
      'Numer A/1/2026 · Wersja 2',
      'Ustalenia',
    ];
    expected.push(
      'Termin',
      'Miejsce',
      '—',
      'Pierwszy.',
      'Drugi.',
      'Data',
      'Spotkanie',
      'Raz',
      'Ważne',
      'Prowadzący',
    );
    const places = expected.map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(text).toContain('Wygenerowano 05.03.2026, 14:30');
  });

  test('a table over several pages repeats its heading, and each page says which it is', async () => {
    const pages = readPdfText(
      await print({ rows: Array.from({ length: 90 }, (_, i) => [`${i}.`, 'Spotkanie', '2']) }),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.slice(0, 3).entries()) {
      expect(page).toContain('Godziny');
      expect(page).toContain(`Strona ${i + 1} z ${pages.length}`);
    }
    expect(pages[1]).toContain('Plan „Łódź”');
  });
});

describe('what people typed', () => {
  const hostile =
    '#panic("x") *b* _i_ $x^2$ `k` <l> @r \\ // c /* d */ = e - f #[g] ~ -- "q" #eval("1+1") https://x.pl';
  test('is printed as typed, wherever it stands', async () => {
    const text = words(
      await renderPdf(
        sample,
        {
          ...data,
          text: hostile,
          notice: hostile,
          items: [hostile],
          heading: hostile,
          number: hostile,
          institution: { name: hostile, lines: [hostile] },
          facts: [[hostile, hostile]],
          header: ['a', hostile, 'b'],
          people: [{ role: hostile, name: hostile, signed: hostile }],
        },
        { ...options, title: hostile },
      ),
    );
    expect(plain(text).split(plain(hostile)).length - 1).toBeGreaterThanOrEqual(13);
  });

  test('cannot break out of the JSON', async () => {
    expect(words(await print({ notice: '"}], "text": "' }))).toContain('"}], "text": "');
  });

  test.each([
    ['control characters', 'a\u0000\u0001\u001bb', 'ab'],
    ['a byte order mark', '\ufeffab', 'ab'],
    ['half a character', 'a\ud800', 'a\ufffd'],
    ['letters no font has', 'ab 中文 ż ґ', 'ab �� ż ґ'],
    ['Cyrillic', 'Ґава їсть', 'Ґава їсть'],
  ])('%s do not stop the document', async (_, typed, printed) => {
    expect(plain(words(await print({ notice: typed })))).toContain(plain(printed));
  });
});

test('the same data make the same document', async () => {
  const [a, b] = await Promise.all([print(), print()]);
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
});

test('a wrong template is named, and the next document is printed all the same', async () => {
  await expect(renderPdf(sample, {}, options)).rejects.toThrow(
    'pdf: kernel/pdf/sample.typ could not be printed',
  );
  await expect(renderPdf('/etc/passwd', {}, options)).rejects.toThrow('under src');
  await expect(renderPdf('src/kernel/pdf/none.typ', {}, options)).rejects.toThrow('none.typ');
  expect(words(await print())).toContain('Ustalenia');
});
