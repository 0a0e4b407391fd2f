import type { Ctx } from '#kernel/context.ts';
import type { DueLine } from '../schema.ts';
import { today } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const WHERE: Readonly<Record<string, (id: string) => string>> = {
  answer: (id) => `/${id}#answer`,
  task: (id) => `/tasks/${id}`,
};
const SHORT = 120;

/** What of meetings waits for the acting worker, soonest first: answers, minutes to write or agree to, tasks within a month. */
export async function dueMeetings(ctx: Ctx): Promise<DueLine[]> {
  const t = text[ctx.lang].due;
  const words: Readonly<Record<string, (title: string) => string>> = t;
  return (await queries.findDue(ctx, today(ctx))).map((row) => {
    const base = row.partnership_id
      ? `/partnerships/${row.partnership_id}/meetings`
      : `/partner-groups/${row.body_id}`;
    const path = WHERE[row.kind]?.(row.id) ?? `/${row.id}/minutes`;
    return {
      href: base + path,
      what: words[row.kind]?.((row.title ?? '').slice(0, SHORT)) ?? '',
      until: row.until,
      late: row.until !== null && row.until < today(ctx),
    };
  });
}
