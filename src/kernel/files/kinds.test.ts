import { crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Ctx } from '#kernel/context.ts';
import { MAX_FILE_BYTES, storeFile } from '#kernel/files/files.ts';
import {
  acceptOf,
  cleanName,
  contentMatches,
  FILE_KINDS,
  type FileKind,
  kindOfName,
} from '#kernel/files/kinds.ts';

/** A zip archive of files stored as they are. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(Buffer.byteLength(content), 14);
    fields.writeUInt32LE(Buffer.byteLength(content), 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), Buffer.from(content)]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, more, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(index.length, 4);
  end.writeUInt16LE(index.length, 6);
  end.writeUInt32LE(Buffer.concat(index).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...index, Buffer.from('PK\x05\x06'), end]);
}

const office = (part: string, type: string) =>
  zip({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    [part]: '<x/>',
  });
const workbook = new ExcelJS.Workbook();
workbook.addWorksheet('a').addRow(['Zażółć']);

const genuine: Record<FileKind, Uint8Array> = {
  pdf: Buffer.from('%PDF-1.4\n%%EOF'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  webp: Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex'),
  odt: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
  docx: office('word/document.xml', 'wordprocessingml.document'),
  xlsx: new Uint8Array(await workbook.xlsx.writeBuffer()),
  csv: Buffer.from('\ufeffimię;wiek\r\nJan;5\r\n'),
  txt: Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6, 0x0a]),
};

test.each(FILE_KINDS)('%s is known by its content', async (kind) => {
  for (const other of FILE_KINDS) {
    const text = (k: FileKind) => k === 'csv' || k === 'txt';
    const same = kind === other || (text(kind) && text(other));
    expect(await contentMatches(other, genuine[kind]), `${kind} as ${other}`).toBe(same);
  }
});

test.each([
  ['markup as text', 'txt', '<script>alert(1)</script>'],
  ['markup after blank lines', 'csv', '\xef\xbb\xbf \n\n<!DOCTYPE html>'],
  ['a shell script as text', 'txt', '#!/bin/sh\nrm'],
  ['a program as text', 'txt', 'MZ\x90\x00'],
  ['nothing but zeros', 'txt', '\0\0'],
  ['SVG as a picture', 'png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['markup as PDF', 'pdf', '<html>%PDF-1.4'],
  ['a bare archive as a document', 'docx', zip({ 'a.txt': 'a' }).toString('latin1')],
  [
    'a document with macros',
    'docx',
    zip({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }).toString('latin1'),
  ],
  ['a cut-off archive', 'xlsx', 'PK\x03\x04\x14\x00'],
] as const)('%s is refused', async (_, kind, content) => {
  expect(await contentMatches(kind, Buffer.from(content, 'latin1'))).toBe(false);
});

describe('names', () => {
  test.each([
    ['a.PDF', 'pdf'],
    ['a.jpeg', 'jpeg'],
    ['a.pdf.exe', null],
    ['a.svg', null],
    ['a.html', null],
    ['pdf', null],
    ['a.docm', null],
  ])('%s is %s', (name, kind) => expect(kindOfName(name)).toBe(kind));

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\dane\\Umowa nr 1.pdf', 'Umowa nr 1.pdf'],
    ['fdp\u202e.exe\r\nX: y.pdf', 'fdp.exeX_ y.pdf'],
    ['.pdf', 'pdf'],
    ['...pdf', 'plik.pdf'],
    ['', 'plik'],
    ['z\u0307.pdf', 'ż.pdf'],
  ])('%j is kept as %j', (name, kept) => expect(cleanName(name)).toBe(kept));

  test('a long name keeps its end', () => {
    expect(cleanName(`${'ż'.repeat(300)}.pdf`)).toBe(`${'ż'.repeat(140)}.pdf`);
  });
});

test('refusals come before anything is touched and name the field', async () => {
  const refuse = (name: string, bytes: Uint8Array, allowed: FileKind[] = ['pdf']) =>
    storeFile({} as Ctx, { name, bytes, allowed, field: 'attachment' }).catch((error) => error.fields);
  const said = (message: string) => [{ field: 'attachment', message }];
  expect(await refuse('a.pdf', new Uint8Array(0))).toEqual(said('file'));
  expect(await refuse('a.pdf', new Uint8Array(MAX_FILE_BYTES + 1))).toEqual(said('file.too_large'));
  expect(await refuse('a.png', genuine.png)).toEqual(said('file.type'));
  expect(await refuse('a.pdf', genuine.png)).toEqual(said('file.unsafe'));
  expect(acceptOf(['pdf', 'jpeg'])).toBe('.pdf,.jpg,.jpeg');
});
