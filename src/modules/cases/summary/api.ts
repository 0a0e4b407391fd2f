import type { Lang } from '#kernel/i18n.ts';
import { text } from '../text.pl.ts';

export { caseHistory } from './service.ts';

/** What happened, in words, by the action codes of the access record; for those who read the record and not the case. */
export function entryWords(lang: Lang): Readonly<Record<string, string>> {
  const t = text[lang];
  const states = Object.entries(t.states).map(([state, name]) => [
    `state.${state}`,
    t.history.stateChange(name),
  ]);
  return { ...t.history.kinds, ...Object.fromEntries(states) };
}
