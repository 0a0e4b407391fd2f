import { crc32 } from 'node:zlib';
import type { FileKind } from './kinds.ts';

/**
 * A picture without what a camera or a program wrote about its making: place, time, device, name, comments, small copies
 * and whatever was hung on its end. The picture itself is untouched: colours and which side is up stay. Segments are
 * left out, nothing is decoded; bytes of another kind come back as they are.
 * @returns null when its structure cannot be followed, so that nobody can say what is in it
 */
export function withoutMetadata(kind: FileKind, bytes: Uint8Array): Uint8Array | null {
  const strip = STRIPPERS[kind];
  if (!strip) return bytes;
  try {
    return strip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // Lengths that lead out of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const STRIPPERS: Partial<Record<FileKind, (bytes: Buffer) => Buffer | null>> = { jpeg, png, webp };

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/** From TIFF to which of eight sides is up; 1, as stored, when it is not said. */
function orientationOf(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let n = 0; n < u16(first); n++) {
      const at = first + 2 + n * 12;
      if (u16(at) === ORIENTATION) return u16(at + 8);
    }
  } catch {
    // A damaged block says nothing.
  }
  return 1;
}

/** TIFF with that one entry; null when nothing has to be turned. */
function upright(orientation: number): Buffer | null {
  if (orientation < 2 || orientation > 8) return null;
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** ITU-T T.81 annex B: JFIF (APP0), colour profile (APP2) and Adobe's transform (APP14) stay of the application segments. */
function jpeg(bytes: Buffer): Buffer | null {
  const out: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return Buffer.concat([...out, bytes.subarray(at, at + 2)]);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const content = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && content.subarray(0, 6).equals(EXIF)) {
      const tiff = upright(orientationOf(content.subarray(6)));
      if (tiff) out.push(Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length]), EXIF, tiff);
    } else if (!isAside(marker, content)) out.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scan = at;
    while (at < bytes.length && !endsScan(bytes, at)) at += 1;
    out.push(bytes.subarray(scan, at));
  }
  return Buffer.concat(out);
}

function isAside(marker: number, content: Buffer): boolean {
  if (marker === 0xe2) return content.toString('latin1', 0, 11) !== 'ICC_PROFILE';
  return marker === 0xfe || (marker > 0xe0 && marker <= 0xef && marker !== 0xee);
}

/** Within a scan a marker is neither a stuffed byte nor a restart. */
function endsScan(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 1];
  return bytes[at] === 0xff && next !== undefined && next !== 0 && !(next >= 0xd0 && next <= 0xd7);
}

/** PNG third edition, chunks that change what is seen; text, time and Exif are not among them. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

function png(bytes: Buffer): Buffer | null {
  const out: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at < bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'eXIf') {
      const tiff = upright(orientationOf(bytes.subarray(at + 8, end - 4)));
      if (tiff) out.push(pngChunk(type, tiff));
    } else if (PNG_CHUNKS.has(type)) out.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(out);
    at = end;
  }
  return null;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length, 'BE'), body, u32(crc32(body), 'BE')]);
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that promise Exif and XMP. */
const WEBP_EXIF = 0x08;
const WEBP_XMP = 0x04;

/** RFC 9649. */
function webp(bytes: Buffer): Buffer | null {
  const out: Buffer[] = [];
  let tiff: Buffer | null = null;
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at < whole; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > whole) return null;
    const end = at + 8 + size + (size % 2);
    const content = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'EXIF')
      tiff = upright(orientationOf(content.subarray(0, 6).equals(EXIF) ? content.subarray(6) : content));
    else if (WEBP_CHUNKS.has(type)) out.push(Buffer.from(bytes.subarray(at, Math.min(end, whole))));
    at = end;
  }
  const [head] = out;
  if (!head) return null;
  if (head.toString('latin1', 0, 4) === 'VP8X')
    head.writeUInt8((head.readUInt8(8) & ~(WEBP_EXIF | WEBP_XMP)) | (tiff ? WEBP_EXIF : 0), 8);
  if (tiff) out.push(Buffer.from('EXIF', 'latin1'), u32(tiff.length, 'LE'), tiff);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...out]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), u32(body.length, 'LE'), body]);
}

function u32(n: number, order: 'BE' | 'LE'): Buffer {
  const bytes = Buffer.alloc(4);
  if (order === 'BE') bytes.writeUInt32BE(n);
  else bytes.writeUInt32LE(n);
  return bytes;
}
