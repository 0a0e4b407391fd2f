import type { Ctx } from '#kernel/context.ts';
import { type Read, Streamed } from '#kernel/http/open.ts';
import { NIL_ID } from '#kernel/ids.ts';
import { csvRows, type OutputCell } from '#kernel/tabular/write.ts';
import * as queries from './queries.ts';
import { type Dataset, type FlatRow, type Format, MEDIA } from './schema.ts';

/** Rows read at once: memory stays flat however large the base is. */
const PIECE = 1_000;

type Find = (ctx: Ctx, piece: queries.Piece) => Promise<readonly object[]>;
const SOURCES: Readonly<Record<Dataset, Find>> = {
  entities: queries.findEntities,
  offers: queries.findOffers,
  support: queries.findSupport,
  terms: queries.findTerms,
};

const flat = (row: object): FlatRow =>
  Object.fromEntries(
    Object.entries(row).map(([member, value]) => [
      member,
      value instanceof Date ? value.toISOString() : value,
    ]),
  ) as FlatRow;

/** All rows of a dataset, a thousand at a time, each piece in a transaction of its own. */
async function* pieces(
  read: Read,
  dataset: Dataset,
  modifiedAfter: string | null,
): AsyncGenerator<FlatRow[]> {
  let after = NIL_ID;
  for (;;) {
    const rows = await read((ctx) => SOURCES[dataset](ctx, { after, limit: PIECE, modifiedAfter }));
    const found = rows.map(flat);
    if (found.length > 0) yield found;
    const last = found.at(-1)?.id;
    if (found.length < PIECE || typeof last !== 'string') return;
    after = last;
  }
}

const cell = (value: FlatRow[string]): OutputCell =>
  typeof value === 'object' && value !== null ? value.join(' ') : value;

async function* asCsv(rows: AsyncIterable<FlatRow[]>): AsyncGenerator<string> {
  let first = true;
  for await (const piece of rows) {
    const head = first && piece[0] ? [Object.keys(piece[0])] : [];
    first = false;
    yield csvRows([...head, ...piece.map((row) => Object.values(row).map(cell))], ',');
  }
}

async function* asLines(rows: AsyncIterable<FlatRow[]>): AsyncGenerator<string> {
  for await (const piece of rows) yield piece.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** A list in one document: what stands before, the items, what stands after. */
async function* asDocument(
  rows: AsyncIterable<FlatRow[]>,
  before: string,
  item: (row: FlatRow) => string | null,
  after: string,
): AsyncGenerator<string> {
  let comma = '';
  yield before;
  for await (const piece of rows) {
    const items = piece.flatMap((row) => item(row) ?? []);
    if (items.length === 0) continue;
    yield comma + items.join(',\n');
    comma = ',\n';
  }
  yield after;
}

/** A point for each entity whose place is known (RFC 7946). */
function feature(row: FlatRow): string | null {
  const { lat, lon, ...properties } = row;
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  return JSON.stringify({
    type: 'Feature',
    id: row.id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  });
}

/** A dataset as a file, streamed. `modifiedAfter` keeps what changed since. */
export function datasetFile(dataset: Dataset, format: Format, modifiedAfter: string | null): Streamed {
  const headers = {
    'content-type': MEDIA[format],
    'content-disposition': `attachment; filename="splot-${dataset}.${format}"`,
  };
  return new Streamed(headers, (read) => {
    const rows = pieces(read, dataset, modifiedAfter);
    if (format === 'csv') return asCsv(rows);
    if (format === 'ndjson') return asLines(rows);
    if (format === 'json') return asDocument(rows, '[\n', (row) => JSON.stringify(row), '\n]\n');
    return asDocument(rows, '{"type":"FeatureCollection","features":[\n', feature, '\n]}\n');
  });
}

export const dataState = queries.findState;
