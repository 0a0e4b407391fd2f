import type { Ctx } from '#kernel/context.ts';
import { note } from '../service.ts';
import * as queries from './queries.ts';
import type { Report } from './schema.ts';

/** Enquiries that asked entities reported, those still open first. */
export const reports = (ctx: Ctx): Promise<readonly Report[]> => queries.findReports(ctx);

/** Ends an enquiry as abuse: no letters, no answers. One that nobody reported is not touched. */
export async function stop(ctx: Ctx, id: string): Promise<void> {
  if ((await queries.stop(ctx, id)) === 1) await note(ctx, 'enquiry.stop', id);
}
