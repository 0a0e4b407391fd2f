import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf } from './files.ts';
import { namesOf } from './names.ts';

/**
 * Writes a new module into a checkout: a migration with the next number, and every kind of file a module has.
 * Returns the paths written. Throws when the name will not do or is taken.
 */
export function createModule(root: string, name: string): string[] {
  const names = namesOf(name);
  if (existsSync(join(root, 'src/modules', names.folder)))
    throw new Error(`src/modules/${name} exists already`);
  const files = filesOf(names, nextNumber(root));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  return Object.keys(files);
}

function nextNumber(root: string): string {
  const numbers = readdirSync(join(root, 'db/migrations')).map((file) => Number.parseInt(file, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}
