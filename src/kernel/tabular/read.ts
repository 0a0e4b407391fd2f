/** Reads the tables people send: CSV of every kind and XLSX, damaged as they come. */
import { detectSeparator, parseCsv } from './csv.ts';
import { decodeText, detectEncoding } from './encoding.ts';
import { shapeTable } from './shape.ts';
import type { RawRow, ReadTableOptions, Table, TableProblem, TableProblemCode } from './table.ts';
import { MAX_BYTES, MAX_ROWS } from './table.ts';
import { readSheet } from './xlsx.ts';
import { inspectZip } from './zip.ts';

/** More lines than this cannot be fifty thousand records. */
const MAX_LINES = 500_000;
const MAX_CONTROL_SHARE = 0.005;
const MAX_NUL_SHARE = 0.3;

const ZIP_PROBLEMS = { other: 'table.zip', damaged: 'table.damaged', bomb: 'table.zip_bomb' } as const;

/**
 * Reads a table. Never throws for what the file holds: a file that is no table comes back without rows and with a problem
 * of severity `error`, whose sentence says what to do.
 */
export async function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): Promise<Table> {
  if (bytes.length === 0) return unreadable('csv', 'table.empty');
  if (bytes.length > MAX_BYTES) return unreadable('csv', 'table.too_large');
  const foreign = sniff(bytes);
  if (foreign === 'zip') return readXlsx(bytes, options);
  return foreign ? unreadable('csv', foreign) : readCsv(bytes, options);
}

function readCsv(bytes: Uint8Array, options: ReadTableOptions): Table {
  const detected = options.encoding ? { encoding: options.encoding, confident: true } : detectEncoding(bytes);
  const decoded = decodeText(bytes, detected.encoding);
  const foreign = textProblem(decoded);
  if (foreign) return unreadable('csv', foreign);
  const problems: TableProblem[] = [];
  if (!detected.confident) problems.push({ code: 'table.encoding_uncertain', severity: 'warning' });
  if (decoded.includes('\0')) problems.push({ code: 'table.nul', severity: 'info' });
  const found = detectSeparator(decoded.replaceAll('\0', ''), options.separator);
  if (!found.confident) problems.push({ code: 'table.separator_uncertain', severity: 'warning' });
  return finish(parseCsv(found, problems), options, problems, {
    format: 'csv',
    encoding: detected.encoding,
    separator: found.separator,
    confident: detected.confident && found.confident,
    sheet: null,
    sheets: [],
  });
}

async function readXlsx(bytes: Uint8Array, options: ReadTableOptions): Promise<Table> {
  const verdict = inspectZip(bytes);
  if (verdict !== 'xlsx') return unreadable('xlsx', ZIP_PROBLEMS[verdict]);
  const problems: TableProblem[] = [];
  try {
    const { sheet, sheets, rows } = await readSheet(bytes, options.sheet, problems);
    const known = {
      format: 'xlsx',
      encoding: 'utf-8',
      separator: null,
      confident: true,
      sheet,
      sheets,
    } as const;
    if (problems.some((problem) => problem.severity === 'error')) return empty(known, problems);
    return finish(rows, options, problems, known);
  } catch {
    return unreadable('xlsx', 'table.damaged');
  }
}

type Known = Omit<Table, 'headers' | 'rows' | 'problems'>;

function finish(
  raw: readonly RawRow[],
  options: ReadTableOptions,
  problems: TableProblem[],
  known: Known,
): Table {
  const maxRows = Math.min(options.maxRows ?? MAX_ROWS, MAX_ROWS);
  if (raw.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) {
    return empty(known, [...problems, { code: 'table.empty', severity: 'error' }]);
  }
  const shaped = shapeTable(raw, { maxRows, ragged: known.format === 'csv' }, problems);
  if (!shaped) return empty(known, [...problems, { code: 'table.too_many_rows', severity: 'error' }]);
  const { headers, rows, headerFound } = shaped;
  if (rows.length === 0) problems.push({ code: 'table.no_rows', severity: 'warning' });
  return { ...known, confident: known.confident && headerFound, headers, rows, problems };
}

function empty(known: Known, problems: readonly TableProblem[]): Table {
  return { ...known, confident: false, headers: [], rows: [], problems };
}

function unreadable(format: Table['format'], code: TableProblemCode): Table {
  return empty({ format, encoding: 'utf-8', separator: null, confident: false, sheet: null, sheets: [] }, [
    { code, severity: 'error' },
  ]);
}

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);

/** Recognises by the first bytes what is no text, whatever its name says. */
function sniff(bytes: Uint8Array): TableProblemCode | 'zip' | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0x50, 0x4b)) return 'table.zip';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 1024).includes('%PDF-')) return 'table.pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'table.encrypted' : 'table.xls';
  }
  return null;
}

function textProblem(text: string): TableProblemCode | null {
  if (text.trim() === '') return 'table.empty';
  if (/^\s*<(?:!doctype|html|head|body|table|meta|\?xml|!--)/i.test(text.slice(0, 2000))) return 'table.html';
  let [controls, nuls, lines] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) nuls += 1;
    else if (code === 10) lines += 1;
    else if (code < 32 && code !== 9 && code !== 12 && code !== 13 && code !== 26) controls += 1;
  }
  if (controls > text.length * MAX_CONTROL_SHARE || nuls > text.length * MAX_NUL_SHARE) return 'table.binary';
  return lines > MAX_LINES ? 'table.too_many_rows' : null;
}
