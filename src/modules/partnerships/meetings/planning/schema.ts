import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { day, line, needed, whole } from '#kernel/forms/fields.ts';
import { MODES } from '../schema.ts';

const hour = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((typed) => (/^\d:/.test(typed) ? `0${typed}` : typed))
  .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'time');
const worker = z.union([z.uuid('choice'), z.literal('')]).default('');

export const meetingBody = z.object({
  title: needed(),
  aim: line(2000),
  day: needed().transform((typed, issues) => {
    const date = parseDate(typed);
    if (date !== null) return date;
    issues.addIssue({ code: 'custom', message: 'date.invalid' });
    return z.NEVER;
  }),
  from: hour,
  to: hour,
  mode: z.enum(MODES, 'choice'),
  place: line(300),
  link: line(500).refine((typed) => typed === '' || /^https:\/\/\S+$/.test(typed), 'url'),
  chair: worker,
  clerk: worker,
  _version: z.coerce.number().int().optional(),
});
export type MeetingForm = z.output<typeof meetingBody>;

/** As events recur. */
export const REPEATS = ['weekly', 'monthly_weekday', 'monthly_day'] as const;
export const newBody = meetingBody.extend({
  body: z.uuid('choice'),
  repeat: z.enum([...REPEATS, ''], 'choice').default(''),
  interval: whole(12, 1),
  count: whole(60, 1),
  until: day,
});
export type NewForm = z.output<typeof newBody>;

export const cancelBody = z.object({ reason: needed(500), _version: z.coerce.number().int().optional() });
export const seriesParams = z.object({ id: z.uuid(), seriesId: z.uuid() });
