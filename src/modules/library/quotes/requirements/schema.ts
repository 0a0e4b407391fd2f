import type { Block, Inline } from '#kernel/markdown/tree.ts';
import { sectionOf, textOf } from '#kernel/markdown/tree.ts';
import type { LocalDate } from '#kernel/time.ts';

/** One requirement of a standard, as it is written in its text. */
export interface Requirement {
  /** „3.4”: stays the same in every edition and language. */
  readonly number: string;
  readonly title: string;
  /** The id of its heading. */
  readonly anchor: string;
  /** Where it is read. */
  readonly path: string;
  /** Of the basic level, from the first day. */
  readonly basic: boolean;
  /** Follows from an act. */
  readonly law: boolean;
  readonly what: string;
  readonly why: string;
  readonly evidence: string;
}

export interface RequirementChapter {
  readonly title: string;
  readonly path: string;
  readonly lang: string;
  readonly requirements: readonly Requirement[];
}

/** A standard as data. Chapters without requirements are left out. */
export interface Standard {
  readonly title: string;
  readonly path: string;
  readonly lang: string;
  readonly number: number;
  readonly legalStateOn: LocalDate | null;
  readonly chapters: readonly RequirementChapter[];
}

const HEADING = /^(\d{1,2}\.\d{1,2})\.?\s+(\S.*)$/;
const MARKS = /\s*\[([^\][]{1,20})\]$/;
const BASIC = ['P', 'B'];
const LAW = ['ustawa', 'law', 'закон'];
const LABELS = {
  what: ['co', 'what', 'що'],
  why: ['po co', 'why', 'навіщо'],
  evidence: ['dowód', 'evidence', 'доказ'],
} as const;

/**
 * The requirements in a text, by the convention of standards:
 * a heading of any level `1.2. Title [P] [ustawa]` (`[B]`, `[law]` in English; marks are optional) and in its section a
 * list whose items begin with bold `Co.`, `Po co.`, `Dowód.` (`What.`, `Why.`, `Evidence.`). A heading with a number
 * alone is a requirement too, with what is missing empty.
 */
export function requirementsIn(blocks: readonly Block[], path: string): Requirement[] {
  return blocks.flatMap((block): Requirement[] => {
    if (block.type !== 'heading') return [];
    const [, number, rest] = HEADING.exec(textOf(block.children).trim()) ?? [];
    if (!number || !rest) return [];
    const { title, marks } = withoutMarks(rest);
    const said = saidIn(sectionOf(blocks, block.id));
    return [
      {
        number,
        title,
        anchor: block.id,
        path: `${path}#${block.id}`,
        basic: marks.some((mark) => BASIC.includes(mark)),
        law: marks.some((mark) => LAW.includes(mark)),
        what: said('what'),
        why: said('why'),
        evidence: said('evidence'),
      },
    ];
  });
}

function withoutMarks(text: string): { title: string; marks: string[] } {
  const marks: string[] = [];
  let title = text;
  for (let mark = MARKS.exec(title); mark; mark = MARKS.exec(title)) {
    marks.push(mark[1] ?? '');
    title = title.slice(0, mark.index);
  }
  return { title, marks };
}

function saidIn(section: readonly Block[]): (label: keyof typeof LABELS) => string {
  const items = section.flatMap((block) => (block.type === 'list' ? block.items : []));
  const said = items.flatMap(({ blocks: [first] }) => {
    const [label, ...rest] = first?.type === 'paragraph' ? first.children : [];
    return label?.type === 'strong' ? [{ label: labelOf(label.children), text: textOf(rest).trim() }] : [];
  });
  return (label) => said.find((each) => LABELS[label].some((word) => word === each.label))?.text ?? '';
}

const labelOf = (children: readonly Inline[]): string =>
  textOf(children).trim().replace(/[.:]$/, '').toLowerCase();
