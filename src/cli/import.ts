import type { Base } from '../boot.ts';
import type { Parts } from '../parts.ts';
import { importDirectory } from './import-directory.ts';
import { importReferrals } from './import-referrals.ts';
import { importBoundaries, importTerritory } from './import-territory.ts';

/** `splot import referrals|directory|territory|boundaries FILE`; without a word the file is a list of referrals. */
export function importFile(parts: Parts, base: Base, args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'directory') return importDirectory(parts, rest);
  if (what === 'territory') return importTerritory(parts, rest);
  if (what === 'boundaries') return importBoundaries(parts, rest);
  return importReferrals(parts, base, args);
}
