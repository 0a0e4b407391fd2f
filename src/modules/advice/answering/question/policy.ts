import type { Contact } from '../../schema.ts';
import type { Reading } from './schema.ts';

/** The telephone by which alone somebody is reached: no letter leaves to them. */
export const onlyPhone = (contact: Pick<Contact, 'email' | 'phone'> | null): string | null =>
  contact && contact.email === '' && contact.phone !== '' ? contact.phone : null;

const LONG = 350;
const SENTENCE = 18;
const HARD = 25;

const syllables = (word: string): number => word.match(/[aeiouyąęó]+/giu)?.length ?? 1;

/** The length of a text, of its sentences and of its words: what the Polish FOG index is made of. Empty gives null. */
export function readingOf(text: string): Reading | null {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  const sentences = text.split(/[.!?…]+\s|\n+/).filter((part) => /\p{L}/u.test(part)).length;
  const perSentence = Math.round(words.length / Math.max(1, sentences));
  const hard = Math.round((100 * words.filter((word) => syllables(word) >= 4).length) / words.length);
  const advice =
    perSentence > SENTENCE ? 'sentences' : hard > HARD ? 'words' : words.length > LONG ? 'long' : 'good';
  return { words: words.length, perSentence, hard, advice };
}
