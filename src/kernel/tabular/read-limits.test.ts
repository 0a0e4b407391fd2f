import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable } from './read.ts';
import { MAX_BYTES, SEPARATORS } from './table.ts';
import { writeCsv } from './write.ts';

const bytes = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding));
const HEAD = 'Lp.;Nazwisko;Imię;PESEL;Uwagi';

describe('what is no table', () => {
  const fatal = async (data: Uint8Array) => {
    const table = await readTable(data);
    expect(table).toMatchObject({ rows: [], headers: [], confident: false });
    return table.problems.find((p) => p.severity === 'error')?.code;
  };
  const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256);
  it.each([
    ['table.empty', new Uint8Array()],
    ['table.empty', bytes('\r\n ; ;\r\n')],
    ['table.pdf', bytes('%PDF-1.7\n%âăĎÓ')],
    ['table.html', bytes('\ufeff \n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>')],
    ['table.html', bytes('<html xmlns:x="urn:schemas-microsoft-com:office:excel">')],
    ['table.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)])],
    ['table.encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...bytes('EncryptedPackage', 'utf-16le')])],
    ['table.damaged', bytes('PK\u0003\u0004 and nothing more')],
    ['table.zip', bytes('PK\u0005\u0006')],
    ['table.binary', random],
    ['table.binary', new Uint8Array(4000)],
    ['table.too_large', new Uint8Array(MAX_BYTES + 1)],
    ['table.too_many_rows', bytes(`a;b\n${'1;2\n'.repeat(50_001)}`)],
    ['table.too_many_rows', bytes('\n'.repeat(600_000).concat('a'))],
  ])('gives %s', async (code, data) => expect(await fatal(data)).toBe(code));

  it('has no more rows than asked for', async () => {
    const table = await readTable(bytes(`${HEAD}\n${'1;A;B;C;D\n'.repeat(9)}`), { maxRows: 8 });
    expect(table.problems.map((p) => p.code)).toEqual(['table.too_many_rows']);
  });

  it('has headings and no rows', async () => {
    const table = await readTable(bytes(HEAD));
    expect(table.problems.map((p) => p.code)).toEqual(['table.no_rows']);
  });
});

describe('always', () => {
  it('answers, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (data) => {
        const table = await readTable(data);
        expect(table.rows.every((row, i) => row.number === i + 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('reads hostile quotes in reasonable time', async () => {
    const start = performance.now();
    const table = await readTable(bytes('"a;'.repeat(400_000)));
    expect(performance.now() - start).toBeLessThan(8000);
    expect(table.format).toBe('csv');
  });

  it('reads back what it wrote', async () => {
    const word = fc
      .stringMatching(/^[a-ząćęłńóśźżA-Z=+@"';,|\n-]{1,12}$/)
      .filter((t) => t.trim() === t && !/^'[=+@-]|^="/.test(t));
    const row = fc.tuple(fc.constant('x'), word, fc.constant('12,5'), word);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 15 }),
        fc.constantFrom(...SEPARATORS),
        async (rows, separator) => {
          const written = writeCsv(['Alfa', 'Beta', 'Gamma', 'Delta'], rows, { separator });
          const table = await readTable(bytes(written), { separator });
          expect(table.rows.map((r) => r.cells)).toEqual(rows);
        },
      ),
      {
        numRuns: 200,
        // A line of nothing but separators inside a cell, which was once taken for a record that the cell swallowed.
        examples: [
          [
            [
              ['x', '@', '12,5', '|\n;;;\nę'],
              ['x', '-', '12,5', ';'],
              ['x', 'ś', '12,5', 'ę'],
            ],
            ';',
          ],
        ],
      },
    );
  });
});
