/** One line of what follows from what: a type of institution, a class, the clauses that permit it, what uses it. */
export interface Bound {
  readonly type: string;
  readonly typeName: string;
  readonly dataClass: string;
  /** Whether the ceiling of the version holds it. */
  readonly within: boolean;
  readonly clauses: readonly { readonly id: string; readonly title: string }[];
  /** Counts of today; null below five, 0 for none. */
  readonly cases: number | null;
  readonly grants: number | null;
}
