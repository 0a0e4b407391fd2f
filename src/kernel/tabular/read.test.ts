import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable } from './read.ts';
import type { Table } from './table.ts';
import { ENCODINGS, SEPARATORS } from './table.ts';

const bytes = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding));
const read = (text: string) => readTable(bytes(text));
const codes = (table: Table) => table.problems.map((problem) => problem.code);
const cells = (table: Table) => table.rows.map((row) => row.cells.join('/'));

const HEAD = 'Lp.;Nazwisko;Imię;PESEL;Uwagi';
const person = (n: number) => `${n};Źrebięcka;Łucja;858115012${n % 10}0;`;
const people = (n: number) => Array.from({ length: n }, (_, i) => person(i + 1));

describe('a list as an office exports it', () => {
  const list = people(160);
  list[69] += '"dzwonić po 16; prosi o kontakt\nz siostrą ""Basią"""';
  const file = [HEAD, ...list, ''].join('\r\n');

  it.each(ENCODINGS)('in %s has 160 records', async (encoding) => {
    const table = await readTable(bytes(file, encoding));
    expect(table).toMatchObject({ encoding, separator: ';', confident: true, problems: [] });
    expect(table.headers).toEqual(HEAD.split(';'));
    expect(table.rows.map((row) => row.number)).toEqual(Array.from({ length: 160 }, (_, i) => i + 1));
    expect(table.rows[69]).toMatchObject({ line: 71 });
    expect(table.rows[69]?.cells[4]).toBe('dzwonić po 16; prosi o kontakt\nz siostrą "Basią"');
    expect(table.rows[70]).toMatchObject({ number: 71, line: 73 });
    expect(table.rows[159]?.cells[1]).toBe('Źrebięcka');
  });

  it.each(SEPARATORS)('separated by %j', async (separator) => {
    const table = await read([HEAD, ...people(20)].join('\n').replaceAll(';', separator));
    expect(table).toMatchObject({ separator, confident: true });
    expect(table.rows).toHaveLength(20);
  });

  it('with a byte order mark, or a sep= line', async () => {
    expect((await read(`\ufeff${file}`)).headers[0]).toBe('Lp.');
    const table = await read(`sep=,\r\n${HEAD.replaceAll(';', ',')}\r\n1,"A;B",C,85811501236,\r\n`);
    expect(table).toMatchObject({ separator: ',', confident: true });
    expect(table.rows).toEqual([{ number: 1, line: 3, cells: ['1', 'A;B', 'C', '85811501236', ''] }]);
  });

  it('is believed when encoding and separator are given', async () => {
    const table = await readTable(bytes('a;b|c\nx;y|z\n'), { separator: '|', encoding: 'utf-8' });
    expect(table).toMatchObject({ headers: ['a;b', 'c'], confident: true });
  });
});

describe('lines that are no records', () => {
  it('above, within and below the table are left out and told', async () => {
    const table = await read(
      [
        'Wykaz osób;;;;',
        'Stan na 21.11.2026;;;;',
        '',
        HEAD,
        '1;2;3;4;5',
        ...people(3),
        '',
        HEAD,
        ...people(2),
      ]
        .concat(['', 'Razem;;;5;', 'Sporządziła: A. N.;;;;', ';;;;'])
        .join('\r'),
    );
    expect(table.headers).toEqual(HEAD.split(';'));
    expect(table.rows.map((row) => [row.number, row.line])).toEqual([
      [1, 6],
      [2, 7],
      [3, 8],
      [4, 11],
      [5, 12],
    ]);
    expect(codes(table).sort()).toEqual([
      'table.empty_row',
      'table.header_repeated',
      'table.header_repeated',
      'table.note_row',
      'table.summary_row',
      'table.title_row',
      'table.title_row',
    ]);
  });

  it('a person called Suma is a record', async () => {
    const table = await read(`Nazwisko;Imię;Miejscowość\nSuma;Jan;Dobra\nA;B;C\nSuma;Ewa;Dobra\n`);
    expect(table.rows).toHaveLength(3);
  });
});

describe('columns', () => {
  it('too many and too few are told', async () => {
    const table = await read([HEAD, ...people(8), '9;A;B;85811501236;;x', '10;A', ''].join('\n'));
    expect(table.problems).toEqual([
      { code: 'table.too_many_cells', severity: 'warning', line: 10, number: 9 },
      { code: 'table.too_few_cells', severity: 'warning', line: 11, number: 10 },
    ]);
    expect(table.rows[8]?.cells).toHaveLength(6);
    expect(table.rows[9]?.cells).toEqual(['10', 'A', '', '', '']);
  });

  it('empty at the end disappear, also from rows', async () => {
    const table = await read('a;b;;;\n1;2;;;\n3;4;;;\n');
    expect(table).toMatchObject({ headers: ['a', 'b'], problems: [] });
    expect(cells(table)).toEqual(['1/2', '3/4']);
  });

  it('without a name or with a repeated one are told', async () => {
    const table = await read('Imię;;Imię;\nA;x;C;d\nE;y;G;h\n');
    expect(table.headers).toEqual(['Imię', '', 'Imię (2)', '']);
    expect(table.problems).toEqual([
      { code: 'table.header_empty', severity: 'warning', column: 1 },
      { code: 'table.header_duplicate', severity: 'warning', column: 2 },
      { code: 'table.header_empty', severity: 'warning', column: 3 },
    ]);
  });

  it('without any heading keep every row', async () => {
    const table = await read(people(4).join('\n'));
    expect(table).toMatchObject({ confident: false, headers: ['', '', '', ''] });
    expect(table.rows).toHaveLength(4);
    expect(codes(table)).toContain('table.no_header');
  });

  it('may be a single one', async () => {
    const table = await read('PESEL\n85811501236\n85811501243\n');
    expect(table).toMatchObject({ headers: ['PESEL'], confident: false });
    expect(table.rows).toHaveLength(2);
  });
});

describe('damage', () => {
  it('of quotes does not swallow records', async () => {
    const lines = people(12);
    lines[2] = '3;"Żur;Jan;85811501236;';
    lines[5] = '6;Kowal "Mały;Jan;85811501236;';
    lines[8] = '9;"Ania" Wilk;Ewa;85811501236;"dwa\nwiersze"';
    const table = await read([HEAD, ...lines, ''].join('\n'));
    expect(table.rows).toHaveLength(12);
    expect(table.rows[2]?.cells[1]).toBe('"Żur');
    expect(table.rows[5]?.cells[1]).toBe('Kowal "Mały');
    expect(table.rows[8]?.cells[1]).toBe('"Ania" Wilk');
    expect(table.rows[8]?.cells[4]).toBe('dwa\nwiersze');
    expect(table.rows[9]).toMatchObject({ number: 10, line: 12 });
    expect(table.problems.filter((p) => p.code === 'table.stray_quote').map((p) => p.line)).toEqual([
      4, 7, 10,
    ]);
  });

  it('in a file quoted throughout stays in its row', async () => {
    const quoted = (line: string) =>
      line
        .split(';')
        .map((cell) => `"${cell}"`)
        .join(';');
    const lines = [HEAD, ...people(6)].map(quoted);
    lines[3] = '"3";"Żur;"Jan";"85811501236";""';
    const table = await read(lines.join('\n'));
    expect(table.rows).toHaveLength(6);
    expect(table.rows[2]?.cells).toEqual(['3', '"Żur', 'Jan', '85811501236', '']);
  });

  it('of spaces and invisible characters is cleaned', async () => {
    const table = await read(
      'Nazwisko;Imię\n\u00a0 ĆWIKŁA\u00a0;Jan\u202fMaria\nA\0B;="007"\n\'=x;\u200bC\n',
    );
    expect(cells(table)).toEqual(['ĆWIKŁA/Jan Maria', 'AB/007', '=x/C']);
    expect(codes(table)).toContain('table.nul');
  });

  it('of letters is told by row', async () => {
    const table = await read('Nazwisko;Imię\nKołodziej;Ewa\nKo??odziej;Ewa\nKoĹ‚odziej;Ewa\n');
    expect(table.problems.map((p) => [p.code, p.number])).toEqual([
      ['table.lost_letters', 2],
      ['table.mojibake', 3],
    ]);
  });

  it('of one byte does not garble a whole UTF-8 file', async () => {
    const good = bytes([HEAD, ...people(20)].join('\n'));
    const table = await readTable(
      new Uint8Array([...good, 0x0a, ...bytes('21;A'), 0xb9, ...bytes(';B;85811501236;')]),
    );
    expect(table).toMatchObject({ encoding: 'utf-8', confident: false });
    expect(table.rows[0]?.cells[1]).toBe('Źrebięcka');
    expect(codes(table)).toEqual(['table.encoding_uncertain', 'table.lost_letters']);
  });
});
