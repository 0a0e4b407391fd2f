import { z } from 'zod';

export const countyCode = z.string().regex(/^\d{4}$/);
export const voivodeshipCode = z.string().regex(/^\d{2}$/);
export const county = z.object({ code: z.string(), name: z.string(), voivodeshipCode: z.string() });
export const voivodeship = z.object({ code: z.string(), name: z.string() });
export const gmina = z.object({
  id: z.string(),
  name: z.string(),
  countyCode: z.string(),
  kind: z.string(),
  terc: z.string().nullable(),
});
export const locality = z.object({
  name: z.string(),
  gminaId: z.string(),
  countyCode: z.string(),
  lat: z.number(),
  lon: z.number(),
});

export type County = z.output<typeof county>;
export type Gmina = z.output<typeof gmina>;
export type Locality = z.output<typeof locality>;

export type GminaKind = 'urban' | 'rural' | 'urban-rural';

/** Where the row of a unit comes from: the files of the repository, or the register of Statistics Poland. */
export type UnitSource = 'splot' | 'terc';
