import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { simplified } from '#kernel/map/simplify.ts';
import type { LocalDate } from '#kernel/time.ts';
import { counties } from '../service.ts';
import * as queries from './queries.ts';
import { type BoundaryProblem, readBoundaries } from './schema.ts';
import { text } from './text.pl.ts';

/** About 0.1 km² of land and 20 m: enough for one county across a page, and half a megabyte for all. */
const OFFICIAL = { detail: 0.00001, grid: 3e4 };

/** The publisher of the official boundaries, and of the file unless told otherwise. */
export const PRG = 'Państwowy Rejestr Granic (GUGiK)';

export interface BoundaryImport {
  /** Anything here, and nothing was written. */
  readonly problems: readonly BoundaryProblem[];
  readonly shapes: number;
  /** Characters of the simplified shapes. */
  readonly size: number;
  /** False when the same shapes, source and day stood there already, and in a trial. */
  readonly written: boolean;
}

/**
 * Puts the shapes of counties from an official file in place of the drawn ones. One fault, and nothing is written.
 * @param from what the file is and of which day, as it will be shown under maps
 */
export async function importBoundaries(
  ctx: Ctx,
  file: string,
  from: { source: string; asOf: LocalDate; dryRun: boolean },
): Promise<BoundaryImport> {
  const known = await counties(ctx);
  const { shapes, problems } = readBoundaries(file, new Set(known.map(({ code }) => code)));
  if (problems.length > 0) return { problems, shapes: shapes.length, size: 0, written: false };
  const topology = JSON.stringify(simplified(shapes, OFFICIAL));
  const written = !from.dryRun && (await queries.saveTopology(ctx, topology, from.source, from.asOf)) > 0;
  return { problems, shapes: shapes.length, size: topology.length, written };
}

/** One problem as a sentence with its remedy. */
export function tellProblem(lang: Lang, { shape, value, code }: BoundaryProblem): string {
  const t = text[lang];
  return [shape > 0 && t.shape(shape), value && `[${value}]`, t.problems[code]].filter(Boolean).join(': ');
}

/** How many counties were read, and how much is left of them once simplified. */
export const tellBoundaries = (lang: Lang, { shapes, size }: BoundaryImport): string =>
  text[lang].result(shapes, Math.round(size / 1024));
