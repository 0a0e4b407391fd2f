import { allow, type Decision, deny } from '#kernel/access.ts';
import type { RoundState } from './schema.ts';

/** Remarks are taken while the round lasts, from anybody. The database says the same. */
export const mayRemark = (round: { readonly state: RoundState }): Decision =>
  round.state === 'open' ? allow : deny('notOpen');

/** What was said in a round stays as it was said: only its end and its words of invitation change, and its beginning while it is ahead. */
export const mayMoveOpening = (round: { readonly state: RoundState }): Decision =>
  round.state === 'planned' ? allow : deny('begun');
