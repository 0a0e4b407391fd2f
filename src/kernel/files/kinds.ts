import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

/** Every kind of file that may ever be attached. What is not here, SVG, HTML and programs among it, is refused. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'odt', 'docx', 'xlsx', 'csv', 'txt'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const EXTENSIONS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  odt: ['odt'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  txt: ['txt'],
};

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** For the `accept` of a file input: `.pdf,.png,…`. */
export const acceptOf = (kinds: readonly FileKind[]): string =>
  kinds.flatMap((kind) => EXTENSIONS[kind].map((extension) => `.${extension}`)).join(',');

/** The kind that the end of the name promises, or null. */
export function kindOfName(name: string): FileKind | null {
  const extension = extname(name).slice(1).toLowerCase();
  return FILE_KINDS.find((kind) => EXTENSIONS[kind].includes(extension)) ?? null;
}

/** Whether the bytes are what the kind promises: by their signature, and for plain text by having none. */
export async function contentMatches(kind: FileKind, bytes: Uint8Array): Promise<boolean> {
  // A damaged archive makes the detector throw; what cannot be recognised is not what it says.
  const found = await fileTypeFromBuffer(bytes).catch(() => ({ ext: 'damaged' }));
  if (kind === 'csv' || kind === 'txt') return found === undefined && isPlainText(bytes);
  return found !== undefined && (found.ext === kind || EXTENSIONS[kind].includes(found.ext));
}

/** Beginnings that a browser or a shell would run although the name says text: markup, scripts, PostScript. */
const DISGUISED = /^(?:<|#!|%!PS|MZ|\{\\rtf)/;

function isPlainText(bytes: Uint8Array): boolean {
  // Any one-byte encoding and UTF-8 pass; control characters other than tab and line ends do not occur in either.
  for (const byte of bytes)
    if (byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0d : byte === 0x7f) return false;
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return !DISGUISED.test(start);
}

/** A name fit to show and to save under: no path, no invisible characters, at most 150, its end kept. */
export function cleanName(name: string): string {
  const base = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim();
  const extension = extname(base);
  const stem = [...base.slice(0, base.length - extension.length)].slice(0, 140).join('');
  return `${stem.replace(/^\.+/, '') || 'plik'}${extension.slice(0, 10)}`;
}
