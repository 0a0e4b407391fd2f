/** Records at the beginning of a month, and how many of them were confirmed within six and twelve months. */
export interface MonthFigures {
  /** YYYY-MM. */
  readonly month: string;
  readonly records: number;
  readonly within6: number;
  readonly within12: number;
}
export interface Trend {
  readonly months: readonly MonthFigures[];
}

export const percent = (part: number, of: number): number =>
  of === 0 ? 0 : Math.round((part * 1000) / of) / 10;
