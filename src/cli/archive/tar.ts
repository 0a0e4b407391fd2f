/** Archives are plain tar (ustar), so that any tool lists and opens them; entries are small, a table is many of them. */
export interface Entry {
  readonly name: string;
  readonly data: Buffer;
}

/** An archive that is not whole, or not ours; the message says what was found, for whoever runs the system. */
export class Damaged extends Error {}

const BLOCK = 512;
/** No entry is larger than an uploaded file or a row; a damaged length must not ask for gigabytes. */
const LARGEST = 512 * 1024 * 1024;

/** The bytes of one entry. The name is ASCII of at most 155 characters. */
export function packEntry({ name, data }: Entry): Buffer {
  const header = Buffer.alloc(BLOCK);
  const cut = name.length > 100 ? name.lastIndexOf('/', 100) : -1;
  header.write(name.slice(cut + 1), 0, 100, 'latin1');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0ustar\u000000', 156, 'latin1');
  if (cut > 0) header.write(name.slice(0, cut), 345, 155, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc(padding(data.length))]);
}

export const ending = (): Buffer => Buffer.alloc(2 * BLOCK);

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);

/** The entries of an archive, one at a time. Throws `Damaged` when it ends early or a header is not one. */
export async function* unpack(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const reader = take(source);
  for (;;) {
    const header = await reader(BLOCK);
    if (!header) throw new Damaged('it ends too early');
    if (header.every((byte) => byte === 0)) return;
    const text = (from: number, length: number) =>
      header.toString('latin1', from, from + length).split('\0')[0] ?? '';
    const size = Number.parseInt(text(124, 12), 8);
    if (Number.parseInt(text(148, 8), 8) !== checksum(header) || !(size >= 0 && size <= LARGEST))
      throw new Damaged('it is not an archive of Splot, or its bytes were changed');
    const data = size === 0 ? Buffer.alloc(0) : await reader(size);
    if (!data || (padding(size) > 0 && !(await reader(padding(size)))))
      throw new Damaged('it ends too early');
    const folder = text(345, 155);
    yield { name: folder ? `${folder}/${text(0, 100)}` : text(0, 100), data };
  }
}

/** Gives exactly so many bytes at each call; null when the source has ended before. */
export function take(source: AsyncIterable<Buffer>): (size: number) => Promise<Buffer | null> {
  const chunks = source[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];
  let length = 0;
  return async (size) => {
    while (length < size) {
      const { value, done } = await chunks.next();
      if (done) return null;
      waiting.push(value);
      length += value.length;
    }
    const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
    waiting = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  };
}
