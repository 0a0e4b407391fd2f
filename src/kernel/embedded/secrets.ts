import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './errors.ts';
import { giveToOwnerOf, writePrivately } from './files.ts';

const KEY = 'postgresPassword';

export const secretsFile = (dir: string): string => join(dir, 'secrets.json');

/** The password of the superuser, or undefined when none is kept. Throws `StartupError` when the file is not readable JSON. */
export function keptPassword(dir: string): string | undefined {
  const value = read(secretsFile(dir))[KEY];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The kept password, or a new one (of letters and digits, safe in an address), written beside whatever else the file holds. */
export function ensurePassword(dir: string): string {
  const kept = keptPassword(dir);
  if (kept) return kept;
  const password = randomBytes(24).toString('hex');
  const file = secretsFile(dir);
  const text = JSON.stringify({ ...read(file), [KEY]: password }, null, 2);
  writePrivately(file, `${text}\n`, (path) => giveToOwnerOf(dir, path));
  return password;
}

function read(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const text = readFileSync(file, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // the same complaint as for a wrong shape; the parser would quote the content
  }
  throw new StartupError('secrets_broken', file);
}
