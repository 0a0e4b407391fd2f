import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from './read.ts';
import { writeXlsx } from './write.ts';
import { inspectZip } from './zip.ts';

type Fill = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;

async function workbook(fill: Fill): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Lista'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('gives texts: dates, lost zeros, formulas, links, errors', async () => {
    const bytes = await workbook((sheet) => {
      sheet.mergeCells('A1:H1');
      sheet.getCell('A1').value = 'Wykaz osób skierowanych';
      sheet.addRow(['PESEL', 'Kod', 'Data', 'Chwila', 'Kwota', 'Wynik', 'Strona', 'Błąd']);
      const row = sheet.addRow([
        2270803624,
        4600,
        new Date('2026-03-05T00:00:00Z'),
        new Date('2026-03-05T14:30:00Z'),
        0.1 + 0.2,
        { formula: 'A1&"x"', result: 'wynik' },
        { text: 'adres', hyperlink: 'https://przyklad.pl' },
        { error: '#N/A' },
      ]);
      row.getCell(1).numFmt = '00000000000';
      row.getCell(2).numFmt = '00\\-000';
      row.getCell(3).numFmt = 'dd.mm.yyyy';
      row.getCell(4).numFmt = 'dd.mm.yyyy hh:mm';
      const next = sheet.addRow([
        '85811501236',
        '34-600',
        null,
        null,
        61831500000,
        true,
        { richText: [{ text: 'Ab' }, { text: 'c' }] },
        'x',
      ]);
      next.getCell(1).numFmt = '@';
    });
    const table = await readTable(bytes);
    expect(table).toMatchObject({
      format: 'xlsx',
      separator: null,
      confident: true,
      sheet: 'Lista',
      sheets: ['Lista'],
    });
    expect(table.headers).toEqual(['PESEL', 'Kod', 'Data', 'Chwila', 'Kwota', 'Wynik', 'Strona', 'Błąd']);
    expect(table.rows).toEqual([
      {
        number: 1,
        line: 3,
        cells: ['02270803624', '04-600', '2026-03-05', '2026-03-05 14:30', '0.3', 'wynik', 'adres', ''],
      },
      { number: 2, line: 4, cells: ['85811501236', '34-600', '', '', '61831500000', 'true', 'Abc', 'x'] },
    ]);
    expect(table.problems).toEqual([
      { code: 'table.cell_error', severity: 'warning', line: 3, column: 7 },
      { code: 'table.title_row', severity: 'info', line: 1 },
    ]);
  });

  it('is read from its first visible sheet with data, or the one asked for', async () => {
    const bytes = await workbook((first, book) => {
      first.state = 'hidden';
      first.addRow(['tajne', 'x']);
      book.addWorksheet('Pusty');
      for (const name of ['Styczeń', 'Luty']) {
        const sheet = book.addWorksheet(name);
        sheet.addRow(['Nazwisko', 'Miesiąc']);
        sheet.addRow(['Kowal', name]);
      }
    });
    const table = await readTable(bytes);
    expect(table).toMatchObject({ sheet: 'Styczeń', sheets: ['Pusty', 'Styczeń', 'Luty'] });
    expect(table.problems.map((p) => p.code)).toEqual(['table.hidden_sheet', 'table.other_sheets']);
    const february = await readTable(bytes, { sheet: 'Luty' });
    expect(february.rows[0]?.cells).toEqual(['Kowal', 'Luty']);
    const none = await readTable(bytes, { sheet: 'Marzec' });
    expect(none.problems.at(-1)).toEqual({ code: 'table.no_sheet', severity: 'error' });
  });

  it('without data is empty', async () => {
    const table = await readTable(await workbook(() => {}));
    expect(table.problems).toEqual([{ code: 'table.empty', severity: 'error' }]);
  });

  it('comes back as it was written', async () => {
    const rows = [
      ['007', '=1+1', '@x', -12.5],
      ['+48 600 000 123', 'dwa\nwiersze', 'Źdźbło', 3],
    ];
    const table = await readTable(
      await writeXlsx(['Numer', 'Tekst', 'Słowo', 'Liczba'], rows, { sheet: 'A/B:[c]' }),
    );
    expect(table.sheet).toBe('A B  c');
    expect(table.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map(String)));
  });

  it('keeps texts as texts and moments in Warsaw time', async () => {
    const bytes = await writeXlsx(
      ['Numer', 'Kiedy'],
      [['=HYPERLINK("x")', new Date('2026-07-14T22:05:00Z')]],
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(book.worksheets[0]?.getCell('A2')).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: '@' });
    expect((await readTable(bytes)).rows[0]?.cells[1]).toBe('2026-07-15 00:05');
  });
});

/** A ZIP of one deflated entry per name; declared sizes lie when told so. */
function zip(entries: Record<string, Buffer>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(1, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}

describe('a ZIP', () => {
  const book = { '[Content_Types].xml': Buffer.from('<x/>'), 'xl/workbook.xml': Buffer.from('<x/>') };

  it('is told from other documents', async () => {
    expect(inspectZip(zip(book))).toBe('xlsx');
    expect(inspectZip(zip({ 'word/document.xml': Buffer.from('x') }))).toBe('other');
    expect(inspectZip(await writeXlsx(['a'], []))).toBe('xlsx');
    expect((await readTable(zip(book))).problems[0]?.severity).toBe('error');
  });

  it('that would fill the memory is refused, whatever size it declares', async () => {
    const bomb = zip({ ...book, 'xl/worksheets/sheet1.xml': Buffer.alloc(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(inspectZip(bomb)).toBe('bomb');
    expect((await readTable(bomb)).problems).toEqual([{ code: 'table.zip_bomb', severity: 'error' }]);
  });

  it('cut or spoilt is damaged', async () => {
    const good = Buffer.from(await writeXlsx(['Alfa', 'Beta'], [['x', 'y']]));
    expect(inspectZip(good.subarray(0, good.length - 30))).toBe('damaged');
    const spoilt = Buffer.from(good);
    spoilt.fill(0xff, 40, 200);
    expect((await readTable(spoilt)).problems.at(-1)?.code).toBe('table.damaged');
  });
});
