import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unseal } from './sealed.ts';
import { Damaged, type Entry, unpack } from './tar.ts';

/** The entries of an archive file, decrypted and unpacked as they are read. Throws `Damaged`. */
export async function* readArchive(file: string, passphrase?: string): AsyncGenerator<Entry> {
  const plain = Readable.from(unseal(createReadStream(file), passphrase));
  const unpacked = createGunzip();
  // The error of any of them ends the last, which is the one read here.
  pipeline(plain, unpacked, () => {});
  try {
    yield* unpack(unpacked);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'Z_BUF_ERROR') throw new Damaged('it ends too early');
    if (typeof code === 'string' && code.startsWith('Z_'))
      throw new Damaged('it is not an archive of Splot, or its bytes were changed');
    throw error;
  } finally {
    unpacked.destroy();
  }
}
