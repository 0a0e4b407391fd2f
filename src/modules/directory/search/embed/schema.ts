import type { Hit, NameOf } from '../schema.ts';

/** A short list of entities for a text: the first few, how many there are, and where all of them are. */
export interface EntityList {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly href: string;
  readonly names: NameOf;
}
