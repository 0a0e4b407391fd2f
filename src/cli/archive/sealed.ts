import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { Damaged, take } from './tar.ts';

/**
 * Encryption of a stream with a passphrase: AES-256-GCM by segments, each with its own tag, so that nothing is believed
 * before it was checked and no length is too great. The number of the segment and whether it is the last one are part
 * of the nonce: segments cannot be dropped, swapped or cut off.
 */
const MAGIC = Buffer.from('SPLOTBK1');
const SEGMENT = 64 * 1024;
const TAG = 16;
const SALT = 16;

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number));
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** The stream encrypted. Each segment: its length and whether it is the last (4 bytes), the tag, the bytes. */
export async function* seal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = keyOf(passphrase, salt);
  yield Buffer.concat([MAGIC, salt]);
  let number = 0;
  const close = (plain: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last));
    const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes.length * 2 + (last ? 1 : 0));
    return Buffer.concat([head, cipher.getAuthTag(), bytes]);
  };
  let waiting = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > SEGMENT) {
      yield close(waiting.subarray(0, SEGMENT), false);
      waiting = waiting.subarray(SEGMENT);
    }
  }
  yield close(waiting, true);
}

/**
 * What `seal` encrypted; bytes that are not encrypted pass as they are. Throws `Damaged` when the passphrase is missing
 * or wrong, or a segment was changed or is missing.
 */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase?: string): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let begin = Buffer.alloc(0);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    begin = Buffer.concat([begin, next.value]);
    if (begin.length >= MAGIC.length) break;
  }
  const rest = { [Symbol.asyncIterator]: () => chunks };
  if (!begin.subarray(0, MAGIC.length).equals(MAGIC)) {
    yield begin;
    yield* rest;
    return;
  }
  if (!passphrase)
    throw new Damaged('it is encrypted: set BACKUP_PASSPHRASE to the passphrase it was made with');
  const read = take(following(begin.subarray(MAGIC.length), rest));
  const salt = await read(SALT);
  const key = salt && keyOf(passphrase, salt);
  for (let number = 0; key; number += 1) {
    const head = (await read(4))?.readUInt32BE();
    if (head === undefined || head / 2 > SEGMENT + 1) break;
    const [size, last] = [Math.floor(head / 2), head % 2 === 1];
    const tag = await read(TAG);
    const bytes = size === 0 ? Buffer.alloc(0) : await read(size);
    if (!tag || !bytes) break;
    yield opened(key, number, last, tag, bytes);
    if (last) return;
  }
  throw new Damaged('it ends too early');
}

function opened(key: Buffer, number: number, last: boolean, tag: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    throw new Damaged(
      number === 0
        ? 'BACKUP_PASSPHRASE is not the one it was made with, or its bytes were changed'
        : 'its bytes were changed',
    );
  }
}

async function* following(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
