/** Records at the beginning of a month, and how many of them were confirmed within six and twelve months. */
export interface MonthFigures {
  /** YYYY-MM. */
  readonly month: string;
  readonly records: number;
  readonly within6: number;
  readonly within12: number;
}
/** The last year of one voivodeship: percent confirmed within twelve months, at its end and at its beginning. */
export interface AreaTrend {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}
export interface Trend {
  readonly months: readonly MonthFigures[];
  readonly areas: readonly AreaTrend[];
}

export const percent = (part: number, of: number): number =>
  of === 0 ? 0 : Math.round((part * 1000) / of) / 10;
