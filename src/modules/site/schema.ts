import { z } from 'zod';
import { LANGS } from '#kernel/i18n.ts';

/** A preference and where to come back to: only an address of this site. */
export const preferences = z.object({
  lang: z.enum(LANGS).optional(),
  size: z.enum(['a', 'b', 'c']).optional(),
  contrast: z.enum(['auto', 'light', 'dark', 'high']).optional(),
  back: z
    .string()
    // Browsers pass over tabs and line breaks, so that /<tab>/host would be another site.
    .regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u)
    .catch('/'),
});
