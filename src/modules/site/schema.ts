import { z } from 'zod';
import type { Config } from '#kernel/config.ts';
import type { Ctx } from '#kernel/context.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { LANGS } from '#kernel/i18n.ts';
import type { StoredMail } from '#kernel/mail.ts';

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

/** How long the modules keep what somebody gave without an account: the rules in force, never constants. */
export interface Kept {
  readonly comments: {
    readonly unconfirmedDays: number;
    readonly contactMonths: number;
    readonly authorMonths: number;
    readonly withdrawnDays: number;
    readonly appealMonths: number;
  };
  readonly events: {
    readonly unconfirmedHours: number;
    readonly needsDays: number;
    readonly peopleDays: number;
  };
  readonly advice: { readonly contactMonths: number; readonly wordsYears: number };
}

/** What the composition root lends to this module. */
export interface SiteHost {
  readonly config: Config;
  readonly kept: (ctx: Ctx) => Promise<Kept>;
  /** The newest letters that nobody sends; null where letters are sent, or are nobody's to read. */
  readonly outbox: (() => Promise<StoredMail[] | null>) | null;
}

const pathOf = z
  .string()
  .max(300)
  .transform((path) => (/^\/(?!\/)/.test(path) ? path.replace(/[?#].*/, '') : ''));
export const reportQuery = z.object({ from: pathOf.default(''), id: z.string().max(60).default('') });
export const reportBody = z.object({
  what: z.string().trim().min(1).max(3000),
  from: pathOf.default(''),
  id: z.string().trim().max(60).default(''),
  email: z.union([z.email('email').max(254), z.literal('')]).default(''),
  ...guestFields,
});
export type ReportBody = z.output<typeof reportBody>;
