import { z } from 'zod';

/** What can be taken away whole. */
export const DATASETS = ['entities', 'offers', 'support', 'terms'] as const;
export type Dataset = (typeof DATASETS)[number];

export const FORMATS = ['csv', 'json', 'ndjson', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
};

/** Only entities have a place on the map. */
export const formatsOf = (dataset: Dataset): readonly Format[] =>
  dataset === 'entities' ? FORMATS : FORMATS.filter((format) => format !== 'geojson');

/** `entities.csv`, `offers.ndjson` … */
export const fileParams = z.object({
  file: z.string().transform((name, issues) => {
    for (const dataset of DATASETS)
      for (const format of formatsOf(dataset))
        if (name === `${dataset}.${format}`) return { dataset, format };
    issues.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  }),
});
/** Rows changed at that instant or later; a day counts from its beginning. */
export const fileQuery = z.object({
  modified_after: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
});

/** One flat row of a dataset; the members are the columns of its CSV, in this order. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
