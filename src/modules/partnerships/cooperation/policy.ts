import type { Component, HealthRule, Verdict } from './schema.ts';

/** Between which numbers a part lies; a veiled one tells only so much. */
export function boundsOf({ whole, part, veil }: Component): readonly [number, number] | null {
  if (whole === null) return null;
  if (part !== null) return [part, part];
  if (veil === 'few') return [1, 4];
  return veil === 'most' ? [whole - 4, whole - 1] : [1, whole - 1];
}

/** Good, worth a talk, or unknown: where a veiled number could mean both, nothing is said. */
export function verdictOf(component: Component, rule: HealthRule): Verdict {
  const bounds = boundsOf(component);
  const { whole } = component;
  if (!bounds || whole === null || whole < rule.least) return 'unknown';
  const reaches = (part: number) => part * 100 >= rule.goodFrom * whole;
  if (reaches(bounds[0])) return 'good';
  return reaches(bounds[1]) ? 'unknown' : 'talk';
}
