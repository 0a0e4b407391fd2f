import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import type { RecordView } from '../../record/schema.ts';

const id = z.string().refine(isId);
export const mergeParams = z.object({ id });
export const mergeQuery = z.object({
  /** The record that stays. */
  with: id.optional(),
  q: z.string().trim().max(100).optional(),
});
export const mergeBody = z.object({ _version: z.string().max(40).optional(), into: id });

/** The record that goes and the one that stays, and the version of both that was shown. */
export interface MergeView {
  readonly old: RecordView;
  readonly into: RecordView;
  readonly version: string;
}
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly locality: string;
}
