import { z } from 'zod';
import { email } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { plain } from '#kernel/words/words.ts';

export const TOPICS = ['text', 'directory', 'events', 'accessibility', 'data', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

export const contactBody = z.object({
  topic: z.enum(TOPICS),
  message: z.string().trim().min(1, 'required').max(3000, 'too_long'),
  email,
  ...guestFields,
});
export type ContactForm = z.output<typeof contactBody>;
export const sentQuery = z.object({ help: z.literal('1').optional().catch(undefined) });

/** A telephone for a crisis. */
export interface HelpLine {
  readonly number: string;
  readonly name: string;
}

/** Beginnings and turns of words of a crisis, without diacritics. Rather once too often than once too seldom. */
const CRISIS: readonly RegExp[] = [
  /samoboj|samookalecz|zgwalc|gwalci/,
  /\bzabi\w+ (sie|siebie)\b|\bsie zabi\w+/,
  /\bnie (chce|mam po co) (juz )?zyc\b|\bchce umrzec\b|\b(skonczyc|koncze) (ze soba|z zyciem)\b/,
  /\b(odebrac|odbiore) sobie zycie\b|\btne sie\b/,
  /\b(bije|bija|pobil|dusi|katuje) mnie\b|\bmnie (bije|bija|pobil|dusi|katuje)\b|\bprzemoc/,
  /suicid|self.?harm|\bkill(ing)? myself\b|\bend(ing)? my life\b|\bwant to die\b/,
  /\b(beats|hits|raped|abuses|abused) me\b|domestic violence/,
];
/** Borders of words are of Latin letters alone, so Cyrillic is looked for as it stands. */
const CRISIS_UK = [
  'самогуб',
  'вбити себе',
  'убити себе',
  'не хочу жити',
  'хочу померти',
  'зґвалт',
  'б’є мене',
  "б'є мене",
];

/** Whether a text may be of somebody in danger or in a crisis. */
export function mayBeCrisis(text: string): boolean {
  const words = plain(text).replace(/\s+/g, ' ');
  return (
    CRISIS.some((turn) => turn.test(words)) || CRISIS_UK.some((turn) => text.toLowerCase().includes(turn))
  );
}
