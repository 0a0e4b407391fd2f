import { LEAST, type Question } from '../schema.ts';
import type { Distribution, Found } from './schema.ts';

export interface Line {
  readonly question: string;
  readonly said: string;
  readonly n: number;
}

/**
 * Distributions of closed questions from counts; a question with fewer than five answers has none, whatever came from the
 * database.
 */
export function distributions(
  questions: readonly Question[],
  lines: readonly Line[],
  earlier: readonly Line[] = [],
): Distribution[] {
  return questions.flatMap((question): Distribution[] => {
    if (question.kind === 'text') return [];
    const own = lines.filter((line) => line.question === question.code);
    const total = own.reduce((sum, { n }) => sum + n, 0);
    if (total < LEAST) return [];
    const before = earlier.filter((line) => line.question === question.code);
    return [
      {
        question,
        answers: question.options.map((o) => ({ ...o, n: own.find(({ said }) => said === o.value)?.n ?? 0 })),
        total,
        mean:
          question.kind === 'scale'
            ? own.reduce((sum, { said, n }) => sum + Number(said) * n, 0) / total
            : null,
        agree: agreeing(question, own),
        before: before.reduce((sum, { n }) => sum + n, 0) < LEAST ? null : agreeing(question, before),
      },
    ];
  });
}

function agreeing({ kind }: Question, lines: readonly Line[]): number | null {
  if (kind !== 'scale' && kind !== 'yes_no') return null;
  const total = lines.reduce((sum, { n }) => sum + n, 0);
  const yes = kind === 'scale' ? ['4', '5'] : ['1'];
  return lines.filter(({ said }) => yes.includes(said)).reduce((sum, { n }) => sum + n, 0) / total;
}

const NAME = /(?<![.!?]\s|^|\n)(?<=\s)\p{Lu}\p{Ll}{2,}/u;
const TWO_NAMES = /\p{Lu}\p{Ll}{2,}\s+\p{Lu}\p{Ll}{2,}/u;
/** What in a text may point at somebody. It finds too much rather than too little: a person decides. */
export function findIn(words: string): Found[] {
  const found: Found[] = [];
  if (/(?<!\d)\d(?:[ -]?\d){10}(?!\d)/.test(words)) found.push('pesel');
  if (/(?<!\d)(?:\+?\d[ -]?){9,12}(?!\d)/.test(words)) found.push('phone');
  if (/[^\s@]+@[^\s@]+\.[^\s@]+/.test(words)) found.push('email');
  if (TWO_NAMES.test(words) || NAME.test(words) || /\bpan[iaem]?\b/iu.test(words)) found.push('name');
  return found;
}
