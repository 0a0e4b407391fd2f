/** Which encoding a text file has. Polish offices still export in Windows-1250, sometimes in ISO-8859-2 or DOS code page 852. */
import iconv from 'iconv-lite';
import type { Encoding } from './table.ts';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** False when two encodings give different texts that look equally good. */
  readonly confident: boolean;
}

const SAMPLE = 256 * 1024;
const EIGHT_BIT = ['windows-1250', 'iso-8859-2', 'cp852'] as const;
const POLISH = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/gu;
/** Usual outside ASCII, though not letters: quotes, dashes, paragraph, degree, non-breaking space, euro, ellipsis. */
const NEUTRAL = /[\u00a0„”“’‘«»–—…§°€•·]/gu;
const ODD_PENALTY = 3;
const CONTROL_PENALTY = 20;
const MIXED_CASE_PENALTY = 2;

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: almost every second byte is NUL, always on the same side. */
function utf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8 || bytes.length % 2 !== 0) return null;
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > length * 0.35 && even < length * 0.05) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.05 ? 'utf-16be' : null;
}

function score(text: string): number {
  const polish = text.match(POLISH)?.length ?? 0;
  const controls = text.match(/[\u0080-\u009f]/g)?.length ?? 0;
  const other = text.match(/[\u00a0-\uffff]/gu)?.length ?? 0;
  const neutral = text.match(NEUTRAL)?.length ?? 0;
  // A capital within a small-letter word betrays the wrong table: „ĽrebiŃcka”.
  const mixed = text.match(/\p{Ll}[ĄĆĘŁŃÓŚŹŻ]\p{Ll}/gu)?.length ?? 0;
  return (
    polish -
    Math.max(0, other - polish - neutral) * ODD_PENALTY -
    controls * CONTROL_PENALTY -
    mixed * MIXED_CASE_PENALTY
  );
}

/** Recognises the encoding by the byte order mark, validity as UTF-8, the pattern of NULs, and Polish letters. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  for (const [encoding, mark] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, confident: true };
  }
  const wide = utf16(bytes);
  if (wide) return { encoding: wide, confident: true };
  if (isUtf8(bytes)) return { encoding: 'utf-8', confident: true };
  const start = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 200);
  const sample = Buffer.from(bytes.subarray(start, start + SAMPLE));
  const ranked = EIGHT_BIT.map((encoding) => {
    const text = iconv.decode(sample, encoding);
    return { encoding, text, score: score(text) };
  }).sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (!best || !next) return { encoding: 'utf-8', confident: false };
  const broken = brokenUtf8(sample);
  if (broken > Math.max(best.score, 0)) return { encoding: 'utf-8', confident: false };
  return {
    encoding: best.encoding,
    confident: best.score > 0 && (best.score > next.score || best.text === next.text),
  };
}

/** How many letters more than faults there are when read as UTF-8: one bad byte must not garble a whole good file. */
function brokenUtf8(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return score(text) - (text.match(/\ufffd/g)?.length ?? 0) * ODD_PENALTY;
}

/** The text of the bytes, without a byte order mark. Bad sequences become U+FFFD; nothing throws. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
