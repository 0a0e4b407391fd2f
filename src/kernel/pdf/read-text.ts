import { inflateSync } from 'node:zlib';

/**
 * Reads the text of a PDF that `renderPdf` made, so that tests can say what stands in a document. It understands what
 * Typst writes and no other PDF.
 * @returns the text of each page, runs parted by a line break, in reading order
 */
export function readPdfText(bytes: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(bytes));
  const pages: string[] = [];
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(head)) continue;
    const fonts = new Map<string, Map<number, string>>();
    for (const [, name, id] of (/\/Font <<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
      fonts.set(name ?? '', readCMap(objects.get(Number(unicode))?.stream ?? ''));
    }
    const contents = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? '';
    pages.push(readContents(contents, fonts));
  }
  return pages;
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = file.toString('latin1');
  for (const match of text.matchAll(/^(\d+) 0 obj\r?\n/gm)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const at = text.indexOf('stream\n', start);
    const head = text.slice(start, at >= 0 && at < end ? at : end);
    const length = at >= 0 && at < end ? Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0) : 0;
    const raw = file.subarray(at + 7, at + 7 + length);
    const plain = length > 0 && head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(match[1]), { head, stream: plain.toString('latin1') });
  }
  return objects;
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function readCMap(source: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, to] of source.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm))
    if (from && to) map.set(Number.parseInt(from, 16), utf16(to));
  return map;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** A string may hold brackets unescaped as long as each has its pair. */
const nested = (depth: number): string =>
  `\\((?:\\\\[\\s\\S]|[^\\\\()]${depth > 0 ? `|${nested(depth - 1)}` : ''})*\\)`;
const SHOWN = new RegExp(`/(\\w+) [\\d.]+ Tf|${nested(6)}|<([0-9A-Fa-f]+)>|\\b(ET)\\b`, 'g');

function readContents(source: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>();
  let out = '';
  for (const [token, name, hex, end] of source.matchAll(SHOWN)) {
    if (name) font = fonts.get(name) ?? font;
    else if (end) out += '\n';
    else if (hex) out += glyphs(Buffer.from(hex, 'hex'), font);
    else out += glyphs(Buffer.from(unescaped(token.slice(1, -1)), 'latin1'), font);
  }
  return out;
}

const unescaped = (text: string) =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );

function glyphs(bytes: Buffer, font: Map<number, string>): string {
  let out = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) out += font.get(bytes.readUInt16BE(i)) ?? '';
  return out;
}
