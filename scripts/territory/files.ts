import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Where a file of the territory reference data lies. */
export const territoryFile = (name: string): string =>
  fileURLToPath(new URL(`../../db/reference/territory/${name}`, import.meta.url));

/** Reads a committed CSV file (or its gzip) as rows of text by column name. */
export function readTerritory<Column extends string>(name: string): Record<Column, string>[] {
  const content = readFileSync(territoryFile(name));
  return parse(name.endsWith('.gz') ? gunzipSync(content) : content, { columns: true });
}
