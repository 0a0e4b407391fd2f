/**
 * Every type of institution has its thread: a colour, a pattern and a two-letter label, so that it can be told
 * apart by colour-blind readers, in print and in forced colours. Colours are CSS variables of theme.generated.css.
 */
export const THREAD_KEYS = [
  'social-assistance',
  'labour-office',
  'ngo',
  'reintegration',
  'enterprise',
  'employer',
  'person',
] as const;
export type ThreadKey = (typeof THREAD_KEYS)[number];

export type FillPattern = 'solid' | 'diagonal' | 'dots' | 'cross' | 'vertical' | 'horizontal' | 'back';

export interface Thread {
  readonly key: ThreadKey;
  readonly label: string;
  /** CSS colour. */
  readonly colour: string;
  /** `stroke-dasharray` of the lane, in SVG units; an empty string is a whole line. */
  readonly dash: string;
  /** How a bar or an area of this thread is filled. */
  readonly fill: FillPattern;
}

const thread = (key: ThreadKey, label: string, token: string, dash: string, fill: FillPattern): Thread => ({
  key,
  label,
  colour: `var(--thread-${token})`,
  dash,
  fill,
});

export const threads: Readonly<Record<ThreadKey, Thread>> = {
  'social-assistance': thread('social-assistance', 'OP', 'op', '', 'solid'),
  'labour-office': thread('labour-office', 'UP', 'up', '9 4', 'diagonal'),
  ngo: thread('ngo', 'NG', 'ng', '1.5 3.5', 'dots'),
  reintegration: thread('reintegration', 'CI', 're', '11 3 2 3', 'cross'),
  enterprise: thread('enterprise', 'PS', 'ps', '4 3.5', 'vertical'),
  employer: thread('employer', 'PR', 'pr', '9 3 2 3 2 3', 'horizontal'),
  person: thread('person', 'OS', 'os', '', 'back'),
};

const REINTEGRATION_LABELS: Readonly<Record<string, string>> = { CIS: 'CI', KIS: 'KI', WTZ: 'WT', ZAZ: 'ZA' };

/** The two letters of a thread. Reintegration units differ by kind ('CIS' | 'KIS' | 'WTZ' | 'ZAZ') under one colour. */
export function threadLabel(key: ThreadKey, unitKind?: string): string {
  const own = key === 'reintegration' && unitKind ? REINTEGRATION_LABELS[unitKind] : undefined;
  return own ?? threads[key].label;
}
