/** Reads a sheet of an Excel workbook as texts. */
import type { Cell, CellValue, Worksheet } from 'exceljs';
import ExcelJS from 'exceljs';
import type { RawRow, TableProblem } from './table.ts';

export interface SheetRows {
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly rows: readonly RawRow[];
}

/** Formats such as 00000000000, 00-000, 000" "000" "000: they hold the zeros that the number itself lost. */
const ZERO_MASK = /^(?:0|[ -]|\\.|"[^"]*")+$/;
/** Digits a spreadsheet really keeps of a number. */
const PRECISION = 15;

/** @throws when the library cannot read the file */
export async function readSheet(
  bytes: Uint8Array,
  wanted: string | undefined,
  problems: TableProblem[],
): Promise<SheetRows> {
  const workbook = new ExcelJS.Workbook();
  const exact = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await workbook.xlsx.load(exact, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst'] });
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const sheets = visible.map((sheet) => sheet.name);
  const chosen = workbook.worksheets.find((sheet) => sheet.name === wanted);
  if (wanted !== undefined && !chosen) {
    problems.push({ code: 'table.no_sheet', severity: 'error' });
    return { sheet: null, sheets, rows: [] };
  }
  const sheet = chosen ?? visible.find((candidate) => candidate.actualRowCount > 0) ?? visible[0];
  if (visible.length < workbook.worksheets.length && sheet?.state === 'visible') {
    problems.push({ code: 'table.hidden_sheet', severity: 'info' });
  }
  if (visible.filter((other) => other.actualRowCount > 0).length > 1 && wanted === undefined) {
    problems.push({ code: 'table.other_sheets', severity: 'info' });
  }
  return { sheet: sheet?.name ?? null, sheets, rows: sheet ? rowsOf(sheet, problems) : [] };
}

function rowsOf(sheet: Worksheet, problems: TableProblem[]): RawRow[] {
  const rows: RawRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      // A merged cell repeats its master's value; a title over ten columns is still one cell.
      const text = cell.isMerged && cell.master !== cell ? '' : textOf(cell.value, cell);
      if (text === null)
        problems.push({ code: 'table.cell_error', severity: 'warning', line, column: column - 1 });
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = text ?? '';
    });
    rows.push({ line, cells });
  });
  return rows;
}

/** The text of a value; null for an error such as #N/A. */
function textOf(value: CellValue | undefined, cell: Cell): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, cell.numFmt);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return null;
  if ('text' in value) return textOf(value.text, cell);
  // A formula that no program ever calculated has no result.
  return 'result' in value ? textOf(value.result, cell) : '';
}

function numberText(value: number, format: string | undefined): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    const digits = value.toFixed(0);
    return format && ZERO_MASK.test(format) && value >= 0 ? masked(digits, format) : digits;
  }
  return String(Number(value.toPrecision(PRECISION)));
}

/** Fills the zeros of a format with digits from the right: 2270803624 in 00000000000 → 02270803624. */
function masked(digits: string, format: string): string {
  const marks = format.match(/0|\\.|"[^"]*"|[ -]/g) ?? [];
  const padded = digits.padStart(marks.filter((mark) => mark === '0').length, '0');
  let out = '';
  let at = padded.length;
  for (const mark of marks.reverse())
    out = (mark === '0' ? (padded[--at] ?? '') : mark.replace(/[\\"]/g, '')) + out;
  return padded.slice(0, at) + out;
}

/** Days as 2026-03-05, moments as 2026-03-05 14:30, hours alone as 14:30. A sheet knows no time zone; the library says UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Fractions of a day lose milliseconds on the way.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (day <= '1899-12-31') return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
