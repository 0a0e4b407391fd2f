import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { warsawDate } from '#kernel/time.ts';
import { REPEATS } from '../recurrence/schema.ts';
import { ACCESS, COMMENTS, KINDS, MATERIAL_KINDS, MODES, REGISTRATIONS } from '../schema.ts';

const line = (max: number) => z.string().trim().max(max, 'too_long').default('');
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value),
    z.array(item).max(20),
  );
/** A whole number or nothing. */
const count = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d*$/, 'number.whole')
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((n) => n === null || (n >= min && n <= max), 'number.max');
/** A day without a year, as the hint allows it, is the next such day: what is planned lies ahead. */
const dayAhead = (typed: string) =>
  parseDate(typed, { today: warsawDate(new Date()), yearless: 'future' }) ?? '';
const day = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed === '' ? null : dayAhead(typed)))
  .refine((date) => date !== '', 'date.invalid');
/** `9`, `9.30`, `9:30` → `09:30`; what is no hour stays as typed and is refused. */
const clock = (typed: string) => {
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed);
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : typed;
};
const hour = z
  .string()
  .trim()
  .transform(clock)
  .refine((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'time');
const hourNeeded = z.string('required').trim().min(1, 'required').pipe(hour);
const _version = z.coerce.number().int().default(0);

/** All that the form of an event holds, in both languages. */
export const eventBody = z.object({
  kind: z.enum(KINDS, 'choice'),
  titlePl: z.string().trim().min(1, 'required').max(200, 'too_long'),
  titleEn: line(200),
  leadPl: line(500),
  leadEn: line(500),
  bodyPl: line(20_000),
  bodyEn: line(20_000),
  themes: list(z.string().regex(/^[a-z0-9_]+$/)),
  mode: z.enum(MODES, 'choice'),
  placeName: line(200),
  street: line(200),
  locality: line(120),
  countyCode: z
    .string()
    .regex(/^(\d{4})?$/)
    .default(''),
  directionsPl: line(2000),
  directionsEn: line(2000),
  access: list(z.enum(ACCESS)),
  accessNotePl: line(1000),
  accessNoteEn: line(1000),
  online: z
    .string()
    .trim()
    .max(500, 'too_long')
    .default('')
    .refine((typed) => typed === '' || /^https:\/\/\S+$/.test(typed), 'url'),
  onlineNote: line(500),
  registration: z.enum(REGISTRATIONS, 'choice'),
  capacity: count(1, 5000),
  waiting: z.literal('yes').optional(),
  mostTogether: count(1, 10),
  closesOn: day,
  closesAt: hour.prefault(''),
  certificate: z.literal('yes').optional(),
  hours: z
    .string()
    .trim()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))))
    .refine((n) => n === null || (n > 0 && n < 1000), 'number'),
  contactRole: line(120),
  contactEmail: z.union([z.literal(''), z.email('email.at').max(254)]).default(''),
  contactPhone: line(40),
  comments: z.enum(COMMENTS, 'choice').default('after'),
  _version,
});
export type EventForm = z.output<typeof eventBody>;

export const datesBody = z.object({
  day: z.string().trim().min(1, 'required').transform(dayAhead).refine(Boolean, 'date.invalid'),
  from: hourNeeded,
  to: hourNeeded,
  repeat: z.enum([...REPEATS, '']).default(''),
  interval: count(1, 12),
  count: count(1, 999),
  until: day,
});
export type DatesForm = z.output<typeof datesBody>;

export const dateBody = datesBody
  .pick({ day: true, from: true, to: true })
  .extend({ notePl: line(300), noteEn: line(300) });
export type DateForm = z.output<typeof dateBody>;

export const sessionBody = z.object({
  occurrence: z.uuid('choice'),
  from: hourNeeded,
  to: hourNeeded,
  room: line(120),
  titlePl: z.string().trim().min(1, 'required').max(200, 'too_long'),
  titleEn: line(200),
  aboutPl: line(2000),
  aboutEn: line(2000),
  speakersPl: line(300),
  speakersEn: line(300),
});
export type SessionForm = z.output<typeof sessionBody>;

export const cancelBody = z.object({
  reasonPl: z.string().trim().min(1, 'required').max(500, 'too_long'),
  reasonEn: line(500),
});
export const resultsBody = z.object({ resultsPl: line(20_000), resultsEn: line(20_000), _version });
export const materialBody = z.object({
  title: z.string().trim().min(1, 'required').max(200, 'too_long'),
  kind: z.enum(MATERIAL_KINDS, 'choice'),
  audience: z.enum(['public', 'registered'], 'choice'),
  file: z.instanceof(File, { message: 'file' }),
});
export const partParams = z.object({ id: z.uuid(), part: z.uuid() });
