import type { FindingKind } from '../../detecting/schema.ts';
import { findPersonal, replaced } from '../../detecting/service.ts';
import { text } from '../../text.pl.ts';
import type { Finding, Stretch } from '../schema.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}
type Known = Pick<Finding, 'kind' | 'said' | 'instead' | 'decision'>;
export interface Added {
  readonly kind: FindingKind;
  readonly said: string;
  readonly instead: string;
}

export const wordsInstead = (lang: 'pl' | 'en') => text[lang].instead;

/**
 * Words with everything that may tell of a person replaced by neutral ones, except what was kept. The same words get the
 * same number, so that „[imię i nazwisko 1]” stays one person.
 */
export function cleaned(
  words: Words,
  known: readonly Known[],
  neutral: Readonly<Record<FindingKind, string>>,
): { readonly words: Words; readonly added: readonly Added[] } {
  const added: Added[] = [];
  const numbered = (kind: FindingKind): number =>
    [...known, ...added].filter((f) => f.kind === kind).length + 1;
  const clean = (value: string): string =>
    replaced(value, findPersonal(value), (found) => {
      const said = found.text.slice(0, 500);
      const there = [...known, ...added].find((f) => f.said === said);
      if (there) return 'decision' in there && there.decision === 'kept' ? null : there.instead;
      const made = { kind: found.kind, said, instead: `[${neutral[found.kind]} ${numbered(found.kind)}]` };
      added.push(made);
      return made.instead;
    });
  return {
    words: { title: clean(words.title).slice(0, 200), lead: clean(words.lead), body: clean(words.body) },
    added,
  };
}

/** „[telefon 2]” → „[telefon]”: readers need no numbers. Persons keep theirs where there is more than one. */
export function withoutNumbers(value: string, findings: readonly Known[]): string {
  const persons = findings.filter((f) => f.kind === 'name' && f.decision === 'removed').length;
  return findings.reduce(
    (made, f) =>
      f.kind === 'name' && persons > 1 ? made : made.replaceAll(f.instead, f.instead.replace(/ \d+\]$/, ']')),
    value,
  );
}

/** A text in stretches, for the eye. */
export function marked(value: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const found of findPersonal(value)) {
    if (found.start > at) stretches.push({ text: value.slice(at, found.start), kind: null });
    stretches.push({ text: found.text, kind: found.kind });
    at = found.end;
  }
  return at < value.length ? [...stretches, { text: value.slice(at), kind: null }] : stretches;
}
