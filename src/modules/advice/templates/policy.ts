import { addDays, type LocalDate } from '#kernel/time.ts';
import type { Doubt, Fact } from './schema.ts';

const PLACE = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
/** What a template may ask for that is no fact of law. */
export const OWN_PLACES = ['date', 'desk', 'phone', 'number'] as const;
const isOwn = (code: string): boolean => OWN_PLACES.some((own) => own === code);
const SOON_DAYS = 30;

/** The codes a text asks for, each once, in order. */
export const placesOf = (body: string): string[] => [
  ...new Set([...body.matchAll(PLACE)].flatMap(([, code]) => code ?? [])),
];
/** The facts of law among them. */
export const factsIn = (body: string): string[] => placesOf(body).filter((code) => !isOwn(code));

/** The value in force on the day; null when there is none. */
export const factOn = (facts: readonly Fact[], code: string, day: LocalDate): Fact | null =>
  facts.find((f) => f.code === code && f.validFrom <= day && (f.validTo === null || f.validTo >= day)) ??
  null;

/** What is not sure about the facts of a text on the day. */
export function doubtsOf(body: string, facts: readonly Fact[], day: LocalDate): Doubt[] {
  return factsIn(body).flatMap((code): Doubt[] => {
    const fact = factOn(facts, code, day);
    if (fact) {
      const ends = fact.validTo !== null && fact.validTo < addDays(day, SOON_DAYS);
      const next = facts.some((f) => f.code === code && f.validFrom > day);
      return ends && !next ? [{ code, kind: 'ends', day: fact.validTo }] : [];
    }
    const known = facts.filter((f) => f.code === code);
    if (known.length === 0) return [{ code, kind: 'unknown', day: null }];
    const last =
      known
        .map((f) => f.validTo ?? '')
        .sort()
        .at(-1) ?? '';
    return [{ code, kind: 'over', day: last === '' ? null : last }];
  });
}

/** The text with everything put in. What is not known stays as `lacking` says, so that nobody sends it unseen. */
export const fill = (
  body: string,
  value: (code: string) => string | null,
  lacking: (code: string) => string,
): string => body.replace(PLACE, (_, code: string) => value(code) ?? lacking(code));
