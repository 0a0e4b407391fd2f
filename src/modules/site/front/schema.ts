import type { ListedEvent } from '#modules/events/api.ts';
import type { Listed } from '#modules/library/api.ts';

/** Who comes, and the page that editors keep for them. */
export const VISITORS = {
  person: '/pages/dla-osoby',
  official: '/pages/dla-urzednika',
  cooperative: '/pages/dla-spoldzielni',
  buyer: '/pages/dla-kupujacego',
  researcher: '/pages/dla-badacza',
} as const;
export type Visitor = keyof typeof VISITORS;

export interface Front {
  /** Pages that editors have published, by address: a card leads there only when it is there. */
  readonly pages: ReadonlySet<string>;
  /** The others of editors: who runs this, partners, how to get there. */
  readonly others: readonly Listed[];
  readonly newest: readonly Listed[];
  readonly events: readonly ListedEvent[];
}
