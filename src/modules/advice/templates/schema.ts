import { z } from 'zod';
import { day, line, needed } from '#kernel/forms/fields.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';

export const UNITS = [
  'zl',
  'eur',
  'percent',
  'days',
  'working_days',
  'months',
  'years',
  'persons',
  'hours',
] as const;
export type Unit = (typeof UNITS)[number];
export const CERTAINTIES = ['source', 'knowledge', 'uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** What the law sets, for the days of its validity. */
export interface Fact {
  readonly code: string;
  readonly namePl: string;
  readonly nameEn: string;
  readonly value: number;
  readonly unit: Unit;
  readonly act: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly certainty: Certainty;
  readonly source: string;
}

export interface Template {
  readonly id: string;
  readonly deskId: string;
  readonly name: string;
  readonly topicCode: string | null;
  readonly lang: Lang;
  readonly body: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly rowVersion: number;
}

/** What is wrong with a fact a template uses: nobody knows it, its time is over or has not come, or it ends soon. */
export interface Doubt {
  readonly code: string;
  readonly kind: 'unknown' | 'over' | 'ends';
  readonly day: LocalDate | null;
}

export const deskParams = z.object({ desk: z.uuid() });
export const templateParams = z.object({ desk: z.uuid(), template: z.uuid() });
export const templateBody = z.object({
  name: needed(120),
  topic: line(41),
  lang: z.enum(['pl', 'en'], 'choice').default('pl'),
  body: needed(10_000),
  _version: z.coerce.number().int().default(0),
});
export type TemplateForm = z.output<typeof templateBody>;
export const emptyBody = z.object({});
export const factParams = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/) });
export const factBody = z.object({
  value: line(20)
    .transform((typed) => typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
    .refine((typed) => /^\d{1,10}(\.\d{1,2})?$/.test(typed), 'number')
    .transform(Number),
  from: day.refine((date) => date !== null, 'required'),
  to: day,
  source: needed(300),
});
export type FactForm = z.output<typeof factBody>;
