import { allow, type Decision, deny } from '#kernel/access.ts';

/** What waits for the person: exactly one thing is the next one, so that there is one button to press. */
export type Turn =
  | { readonly kind: 'sign'; readonly version: number }
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string }
  | null;

export interface TurnFacts {
  /** The version that is being signed and lacks the person's signature. */
  readonly unsignedVersion: number | null;
  /** Messages the person was asked to confirm, oldest first. */
  readonly messages: readonly string[];
  /** Information clauses received electronically and not confirmed, oldest first. */
  readonly clauses: readonly string[];
}

/** Whose turn: a signature holds up everybody, a message a conversation, a clause nobody. */
export function nextTurn(facts: TurnFacts): Turn {
  if (facts.unsignedVersion !== null) return { kind: 'sign', version: facts.unsignedVersion };
  const [message] = facts.messages;
  if (message) return { kind: 'message', id: message };
  const [clause] = facts.clauses;
  return clause ? { kind: 'clause', id: clause } : null;
}

/** How far a plan is, as a word of the texts. */
export function stageOf(done: number, total: number): 'none' | 'start' | 'under' | 'half' | 'over' | 'all' {
  if (total === 0) return 'none';
  if (done === 0) return 'start';
  if (done === total) return 'all';
  const share = done / total;
  if (share < 0.4) return 'under';
  return share <= 0.6 ? 'half' : 'over';
}

/** A typed signature is the person's own name; capitals and diacritics are not asked for on an old telephone. */
export function signedWithOwnName(typedName: string, fullName: string): Decision {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[łŁ]/g, 'l')
      .toLowerCase()
      .split(/[\s.-]+/)
      .filter(Boolean)
      .sort()
      .join(' ');
  return plain(typedName) === plain(fullName) ? allow : deny('other_name');
}
