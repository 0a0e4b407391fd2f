import { z } from 'zod';

/** What the statistics page counts; each figure has a chart, a table, a definition and a file. */
export const FIGURES = [
  'type',
  'status',
  'category',
  'voivodeship',
  'county',
  'size',
  'age',
  'state',
  'freshness',
  'confirmations',
] as const;
export type FigureKey = (typeof FIGURES)[number];

export interface FigureRow {
  /** A code of a dictionary, an area or a group; its name is found by the page. */
  readonly code: string;
  readonly name: string;
  readonly count: number;
  /** Entities for each 10,000 inhabitants; null where their number is not known. */
  readonly density: number | null;
}

export interface Statistics {
  readonly total: number;
  readonly offers: number;
  readonly figures: Readonly<Record<FigureKey, readonly FigureRow[]>>;
  /** Where the number of inhabitants comes from; null when no area shown has one. */
  readonly populationSource: string | null;
}

export const statisticsQuery = z.object({
  voivodeship: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
});
export const figureParams = z.object({ figure: z.enum(FIGURES) });
