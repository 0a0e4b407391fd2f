import { chmodSync, chownSync, renameSync, statSync, writeFileSync } from 'node:fs';

/**
 * Gives a file that root made to whoever owns the folder: a checkout entered once with sudo must still work for its
 * user afterwards. Does nothing for an ordinary user.
 */
export function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** Writes a file that only its owner may read, so that a crash leaves the old or the new one. */
export function writePrivately(path: string, text: string, own: (path: string) => void): void {
  const next = `${path}.new`;
  writeFileSync(next, text, { mode: 0o600 });
  chmodSync(next, 0o600);
  own(next);
  renameSync(next, path);
}
