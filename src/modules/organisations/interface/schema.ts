import { z } from 'zod';
import { INSTITUTION_TYPES, idParams } from '../schema.ts';
import { TOKEN_SCOPES } from '../tokens/schema.ts';

/** An institution as other institutions know it. */
export const organisation = z.object({
  id: z.uuid(),
  type: z.enum(INSTITUTION_TYPES),
  name: z.string(),
  shortName: z.string(),
  countyCode: z.string().nullable(),
  gminaId: z.string().nullable(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
});

export const worker = z.object({
  id: z.uuid(),
  name: z.string(),
  functions: z.array(z.string()),
});

export const me = z.object({
  worker: z.object({ id: z.uuid(), name: z.string(), functions: z.array(z.string()) }).nullable(),
  institution: z.object({ id: z.uuid(), name: z.string(), type: z.string() }).nullable(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  permissions: z.array(z.string()),
  dataClasses: z.array(z.string()),
});

export const organisationParams = idParams;
