/** Writes tables that open well in a spreadsheet and run nothing there. */
import ExcelJS from 'exceljs';
import { formatTime, warsawDate } from '../time.ts';
import type { Separator } from './table.ts';

export type OutputCell = string | number | boolean | Date | null | undefined;

export interface WriteCsvOptions {
  /** `;` by default: the one a Polish Excel expects. */
  readonly separator?: Separator;
  /** A byte order mark at the beginning, by default yes: without it Excel takes UTF-8 for Windows-1250. */
  readonly bom?: boolean;
}

export interface WriteXlsxOptions {
  /** Name of the sheet, at most 31 characters; forbidden ones are replaced. */
  readonly sheet?: string;
}

/** −12,50 and +48 600 000 123 begin like a formula and are none. */
const HARMLESS = /^-\d[\d \u00a0]*(?:[.,]\d+)?$|^\+\d[\d ()-]*$/;
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const MAX_WIDTH = 50;
const MIN_WIDTH = 8;

/** A text a spreadsheet will not run as a formula: an apostrophe goes before = + - @ unless it is a plain number. */
export function safeCell(text: string): string {
  return FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

function csvCell(cell: OutputCell, separator: Separator): string {
  const text = safeCell(cellText(cell, separator));
  const quoted = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: OutputCell, separator: Separator): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return `${warsawDate(cell)} ${formatTime(cell)}`;
  // Where ; separates, the spreadsheet is Polish and a decimal point would turn 1.5 into 1 May.
  if (typeof cell === 'number' && separator === ';') return String(cell).replace('.', ',');
  return String(cell).replaceAll('\0', '');
}

/** Rows of a CSV file with CRLF line ends. Moments are written in Warsaw time. */
export function csvRows(rows: Iterable<readonly OutputCell[]>, separator: Separator = ';'): string {
  const lines: string[] = [];
  for (const cells of rows) {
    const line = cells.map((cell) => csvCell(cell, separator)).join(separator);
    // An empty line would be no record; a quoted nothing is one.
    lines.push(line === '' ? '""' : line);
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The text of a CSV file; encode as UTF-8. */
export function writeCsv(
  headers: readonly string[],
  rows: Iterable<readonly OutputCell[]>,
  { separator = ';', bom = true }: WriteCsvOptions = {},
): string {
  return `${bom ? '\ufeff' : ''}${csvRows([headers], separator)}${csvRows(rows, separator)}`;
}

/** An XLSX file with a fixed, filtered heading row. Texts stay texts, with their leading zeros, and never become formulas. */
export async function writeXlsx(
  headers: readonly string[],
  rows: Iterable<readonly OutputCell[]>,
  { sheet = 'Dane' }: WriteXlsxOptions = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const name = sheet
    .replace(/[*?:\\/[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31);
  const page = workbook.addWorksheet(name || 'Dane', { views: [{ state: 'frozen', ySplit: 1 }] });
  const widths = headers.map((header) => header.length);
  page.addRow([...headers]).font = { bold: true };
  for (const cells of rows) {
    const row = page.addRow(cells.map(sheetValue));
    for (const [i, cell] of cells.entries()) {
      if (typeof cell === 'string') row.getCell(i + 1).numFmt = '@';
      if (cell instanceof Date) row.getCell(i + 1).numFmt = 'dd.mm.yyyy hh:mm';
      widths[i] = Math.max(widths[i] ?? 0, cell instanceof Date ? 16 : String(cell ?? '').length);
    }
  }
  for (const [i, width] of widths.entries()) {
    page.getColumn(i + 1).width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width + 2));
  }
  if (headers.length > 0)
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headers.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Control characters break the XML of the file; moments become what a clock in Warsaw shows, since a sheet has no zone. */
function sheetValue(cell: OutputCell): string | number | boolean | Date | null {
  if (cell instanceof Date) return new Date(`${warsawDate(cell)}T${formatTime(cell)}:00Z`);
  if (typeof cell === 'string') return cell.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
  return cell ?? null;
}
