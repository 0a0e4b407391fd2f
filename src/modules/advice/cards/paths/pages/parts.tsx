import type { FieldError } from '#kernel/errors.ts';
import type { CardLine, Choice, Client } from '../../schema.ts';
import type { ClientAdviser, Goal, Path, Pool } from '../schema.ts';

export interface ClientView {
  readonly client: Client;
  readonly path: Path | null;
  readonly goals: readonly Goal[];
  readonly pools: readonly Pool[];
  readonly advisers: readonly ClientAdviser[];
  readonly desk: readonly { readonly workerId: string; readonly name: string }[];
  readonly cards: readonly CardLine[];
  readonly types: readonly Choice[];
}
export interface SentPart {
  readonly part: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}
export interface Parts {
  readonly view: ClientView;
  readonly base: string;
  readonly newKey: () => string;
  readonly sent: SentPart | undefined;
}

/** The errors and values of one of the page's forms, when it was that one that came back. */
export const back = (sent: SentPart | undefined, part: string) =>
  sent?.part === part ? { values: sent.values, errors: sent.errors } : {};
