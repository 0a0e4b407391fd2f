import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Answer, Chapter, Conclusion, Level, Round, Sheet } from './schema.ts';

/** Whoever represents an institution that is asked, until it has handed in. The database holds the same. */
export function mayAnswer(represents: boolean, round: Pick<Round, 'state'>, own: Sheet | null): Decision {
  if (!represents || !own) return deny('notAsked');
  if (round.state !== 'answering') return deny('disclosed');
  return own.handedInOn === null ? allow : deny('handedIn');
}

/** Before a round is disclosed nobody reads the answers of others: neither their level nor their evidence. */
export const mayRead = (
  round: Pick<Round, 'state'>,
  answer: Pick<Answer, 'institutionId'>,
  reader: string,
): boolean => round.state !== 'answering' || answer.institutionId === reader;

/** The common conclusion, between the disclosure and the end. */
export function mayConclude(coordinates: boolean, round: Pick<Round, 'state'>): Decision {
  if (!coordinates) return deny('notCoordinator');
  return round.state === 'concluding' ? allow : deny('notConcluding');
}

const ORDER: readonly Level[] = ['not', 'partly', 'met'];
/**
 * What the answers suggest as a conclusion: the lowest of those whom the requirement concerns, since a requirement is met
 * when everybody meets it. Null while nobody has answered.
 */
export function suggested(answers: readonly Pick<Answer, 'level'>[]): Level | null {
  if (answers.length === 0) return null;
  return ORDER.find((level) => answers.some((answer) => answer.level === level)) ?? 'none';
}

/** Requirements without a conclusion yet: a round ends when there is none. */
export const open = (chapters: readonly Chapter[], conclusions: readonly Conclusion[]): string[] => {
  const done = new Set(conclusions.map(({ code }) => code));
  return chapters.flatMap(({ requirements }) =>
    requirements.map(({ code }) => code).filter((code) => !done.has(code)),
  );
};
