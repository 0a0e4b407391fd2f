/** Looks into a ZIP before a library unpacks it: what is inside, and whether it would fill the memory. */
import { inflateRawSync } from 'node:zlib';

export type ZipVerdict = 'xlsx' | 'other' | 'damaged' | 'bomb';

const MAX_UNPACKED = 96 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
const END_RECORD = 0x06054b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;

/**
 * Really unpacks every entry, one by one and only as far as the limit, since sizes declared in a ZIP can lie.
 * @returns what the file is
 */
export function inspectZip(bytes: Uint8Array): ZipVerdict {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return inspect(zip);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return 'bomb';
    return 'damaged';
  }
}

function inspect(zip: Buffer): ZipVerdict {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END_RECORD);
  const end = zip.lastIndexOf(signature);
  if (end < 0) return 'damaged';
  const entries = zip.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) return 'bomb';
  const names = new Set<string>();
  let left = MAX_UNPACKED;
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < entries; i++) {
    if (zip.readUInt32LE(at) !== CENTRAL_ENTRY) return 'damaged';
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    names.add(zip.toString('utf8', at + 46, at + 46 + nameLength));
    if (zip.readUInt32LE(local) !== LOCAL_ENTRY) return 'damaged';
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    left -=
      method === DEFLATED ? inflateRawSync(data, { maxOutputLength: Math.max(left, 1) }).length : packed;
    if (left <= 0) return 'bomb';
    at += 46 + nameLength + extra + comment;
  }
  const isXlsx = names.has('xl/workbook.xml') || names.has('/xl/workbook.xml');
  return isXlsx && names.has('[Content_Types].xml') ? 'xlsx' : 'other';
}
