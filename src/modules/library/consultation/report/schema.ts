import type { Remark } from '../remarks/schema.ts';

export interface ReportRow {
  readonly remark: Remark;
  readonly part: string;
  /** The beginning of the paragraph; empty for the whole part. */
  readonly paragraph: string;
}
