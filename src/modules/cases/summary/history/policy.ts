import type { EventLine } from '../schema.ts';

/** Names of what events hold by id or code; what the reader may not see has none. */
export interface Names {
  readonly institutions: ReadonlyMap<string, string>;
  readonly workers: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
  readonly goals: ReadonlyMap<string, string>;
  readonly domains: ReadonlyMap<string, string>;
}
export interface Words {
  readonly signers: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly progress: Readonly<Record<string, string>>;
  readonly number: (n: number) => string;
  readonly version: (n: number) => string;
}

/** What an event is about, in a few words: the area, the service, the goal, the institution; empty when it says all. */
export function aboutOf(
  { kind, data }: Pick<EventLine, 'kind' | 'data'>,
  names: Names,
  words: Words,
): string {
  const id = (key: string) => (typeof data[key] === 'string' ? data[key] : '');
  const number = (key: string) => (typeof data[key] === 'number' ? data[key] : null);
  const [numbered, version] = [number('number'), number('version')];
  const known: readonly (string | undefined)[] = [
    names.domains.get(id('domain')),
    names.goals.get(id('goal')),
    names.services.get(id('lineage')),
    names.institutions.get(id('institution')),
    names.workers.get(id('to')),
    words.signers[id('signer')],
    words.stages[id('stage')],
    kind === 'plan.progress' ? words.progress[id('state')] : undefined,
    kind.startsWith('review.') && numbered !== null ? words.number(numbered) : undefined,
    words.decisions[id('decision')],
    version === null ? undefined : words.version(version),
  ];
  return known.filter(Boolean).join(', ');
}
