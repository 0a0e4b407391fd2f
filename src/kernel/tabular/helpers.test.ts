import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchColumns } from './columns.ts';
import {
  looksGarbled,
  looksScientific,
  looksTurnedIntoDate,
  lostLetters,
  restoreLeadingZeros,
  serialDate,
} from './damage.ts';
import { safeCell, writeCsv } from './write.ts';

describe('damage by spreadsheets', () => {
  it.each(['6,18315E+10', '4.87251E+09', ' 6E10 ', '6,18e+10', '-1,5E+3'])('%j is scientific', (text) =>
    expect(looksScientific(text)).toBe(true),
  );
  it.each(['85811501236', 'E10', '6,18315', '66,1E+3', 'A6E10', '', '12E'])('%j is not', (text) =>
    expect(looksScientific(text)).toBe(false),
  );

  it('of leading zeros is undone', () => {
    expect(restoreLeadingZeros('2270803624', 11)).toBe('02270803624');
    expect(restoreLeadingZeros('2270803624.0', 11)).toBe('02270803624');
    expect(restoreLeadingZeros(' 123456,00', 10)).toBe('0000123456');
    for (const same of ['44051401359', '123456789012', '6,18315E+10', '', '12a', '12.5'])
      expect(restoreLeadingZeros(same, 11)).toBe(same);
  });

  it('of dates is undone', () => {
    expect(serialDate('46086')).toBe('2026-03-05');
    expect(serialDate(46086.604)).toBe('2026-03-05');
    expect(serialDate('46086,5')).toBe('2026-03-05');
    expect(serialDate('1')).toBe('1900-01-01');
    expect(serialDate('59')).toBe('1900-02-28');
    expect(serialDate('61')).toBe('1900-03-01');
    expect(serialDate('2958465')).toBe('9999-12-31');
    for (const none of ['60', '0', '-5', '2958466', '05.03.2026', '', 'x', '1e5'])
      expect(serialDate(none)).toBeNull();
  });

  it.each(['05-mar', 'mar.26', '5 sty', 'paź-26', '1-Jan', 'May-26'])('%j was something else', (text) =>
    expect(looksTurnedIntoDate(text)).toBe(true),
  );
  it.each(['05-03', 'Marzec', '5 marca 2026', '05-mar-26', 'maj', '5 kot', ''])('%j was not', (text) =>
    expect(looksTurnedIntoDate(text)).toBe(false),
  );

  it('of letters is seen, whichever table garbled them', () => {
    for (const wrong of ['latin1', 'windows-1250', 'windows-1252']) {
      const garbled = [...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ'].filter((letter) =>
        looksGarbled(new TextDecoder(wrong).decode(new TextEncoder().encode(`Z${letter}b`))),
      );
      expect(garbled.length, wrong).toBe(18);
    }
    for (const good of ['Źrebięcka', 'ŻÓŁĆ', 'Łódź', 'Müller', 'Schröder-Łęcka', 'Ângela', 'Ľubica'])
      expect(looksGarbled(good)).toBe(false);
    expect(lostLetters('Ko??odziej')).toBe(true);
    expect(lostLetters('Ko\ufffdodziej')).toBe(true);
    expect(lostLetters('Czy przyjdzie? Tak.')).toBe(false);
    expect(lostLetters('https://x.pl/?a=1')).toBe(false);
  });
});

describe('writing CSV', () => {
  it('quotes, separates and marks', () => {
    const rows = [
      ['1', 'dwa\nwiersze', 'z "cytatem"', null],
      ['2', 'a;b', undefined, 1.5],
      [new Date('2026-07-14T22:05:00Z'), true, '', ''],
    ];
    expect(writeCsv(['Lp.', 'A', 'B', 'C'], rows)).toBe(
      '\ufeffLp.;A;B;C\r\n1;"dwa\nwiersze";"z ""cytatem""";\r\n2;"a;b";;1,5\r\n2026-07-15 00:05;true;;\r\n',
    );
    expect(writeCsv(['a', 'b'], [['x,y', 1.5]], { separator: ',', bom: false })).toBe('a,b\r\n"x,y",1.5\r\n');
    expect(writeCsv(['a'], [['']], { bom: false })).toBe('a\r\n""\r\n');
  });

  it.each([
    '=1+1',
    '+1+1',
    '-1+cmd',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    ' =1',
    '\u00a0=1',
    '＝1',
    '-2+3',
    '+48=1',
    '-',
    '+',
  ])('%j is made harmless', (text) => expect(safeCell(text)).toBe(`'${text}`));
  it.each([
    '-12',
    '-12,50',
    '-1 234.5',
    '+48 600 000 123',
    '+48 (18) 330-01-23',
    'a=b',
    '1-2',
    'anna@b.pl',
    '',
    '(18) 330',
  ])('%j stays', (text) => expect(safeCell(text)).toBe(text));

  it('leaves nothing a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = writeCsv([], [[text]], { bom: false })
          .split('\r\n')
          .slice(1)
          .join('\r\n')
          .replace(/^"/, '');
        if (/^\s*[=@]/.test(written)) throw new Error('runs');
      }),
    );
  });
});

describe('columns', () => {
  const spec = [
    { key: 'surname', names: ['Nazwisko'], required: true },
    { key: 'name', names: ['Imię', 'Imiona'], required: true },
    { key: 'pesel', names: ['PESEL', 'Numer PESEL'], required: true },
    { key: 'born', names: ['Data urodzenia'], required: false },
    { key: 'code', names: ['Kod pocztowy'], required: false },
    { key: 'reason', names: ['Powód', 'Przyczyna'], required: false },
  ] as const;
  const match = (...headers: string[]) => matchColumns(headers, spec);

  it('are found in any order, case and spelling', () => {
    expect(match('Lp.', 'IMIE', 'nazwisko:', ' pesel ', 'Data ur.', 'Kod poczt.', 'POWOD')).toEqual({
      mapping: { surname: 2, name: 1, pesel: 3, born: 4, code: 5, reason: 6 },
      guessed: ['born', 'code'],
      unmatched: [0],
      missing: [],
    });
  });

  it('are guessed when misspelt or with additions', () => {
    const found = match('Nazwsiko', 'Imię osoby', 'Nr PESEL uczestnika', 'Data urodzenai', 'Prziczyna');
    expect(found.mapping).toEqual({ surname: 0, name: 1, pesel: 2, born: 3, code: null, reason: 4 });
    expect(found.guessed).toEqual(['surname', 'name', 'pesel', 'born', 'reason']);
  });

  it('prefer the exact heading, and serve one need only', () => {
    const found = match('Imię ojca', 'Imię', 'Nazwisko', 'PESEL opiekuna', 'PESEL', 'PESEL (2)');
    expect(found.mapping).toMatchObject({ name: 1, pesel: 4 });
    expect(found.unmatched).toEqual([0, 3, 5]);
    expect(found.guessed).toEqual([]);
  });

  it('that are needed and absent are missing', () => {
    expect(match('Data skierowania', '', 'Uwagi')).toEqual({
      mapping: { surname: null, name: null, pesel: null, born: null, code: null, reason: null },
      guessed: [],
      unmatched: [0, 1, 2],
      missing: ['surname', 'name', 'pesel'],
    });
  });

  it('are never given twice', () => {
    const heading = fc.oneof(
      fc.string(),
      fc.constantFrom('PESEL', 'pesel', 'Imię', 'Data ur.', 'Nazwisko', ''),
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headers) => {
        const { mapping, unmatched, missing } = match(...headers);
        const used = Object.values(mapping).filter((index) => index !== null);
        expect(new Set(used).size).toBe(used.length);
        expect([...used, ...unmatched].sort((a, b) => a - b)).toEqual(headers.map((_, i) => i));
        for (const key of missing) expect(mapping[key]).toBeNull();
      }),
    );
  });
});
