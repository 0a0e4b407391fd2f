import type { ProcessShare, Quartiles, Standing } from './schema.ts';

/** A distribution of fewer partnerships than this could be read as a list of them. */
export const LEAST = 5;

/** 0–1; null where a number is hidden, or there is nothing to measure. */
export const shareOf = ({ counted, total }: Pick<ProcessShare, 'counted' | 'total'>): number | null =>
  counted === null || total === null || total === 0 ? null : counted / total;

/** Quartiles with linear interpolation between neighbours (type 7); null for fewer than five values. */
export function quartiles(values: readonly number[]): Quartiles | null {
  if (values.length < LEAST) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number): number => {
    const place = (sorted.length - 1) * p;
    const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}

/** Where a share lies: in the lowest quarter, the middle half or the highest quarter. Never a place in a row. */
export const standingIn = (share: number, { lower, upper }: Quartiles): Standing =>
  share < lower ? 'lower' : share > upper ? 'upper' : 'middle';
