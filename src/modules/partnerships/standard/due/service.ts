import type { Ctx } from '#kernel/context.ts';
import { mayCoordinate } from '../../policy.ts';
import { standingOf, today } from '../../service.ts';
import { findWaiting } from '../queries.ts';
import { findOwn } from '../tasks/queries.ts';
import { text } from '../text.pl.ts';
import type { DueLine } from './schema.ts';

/** Of the self-check, for whoever manages partnerships: the own sheet, a conclusion to be drawn, improvements promised. */
export async function dueStandard(ctx: Ctx): Promise<DueLine[]> {
  if (!ctx.actor.permissions.has('partnership.manage')) return [];
  const t = text[ctx.lang].due;
  const day = today(ctx);
  const lines: DueLine[] = [];
  for (const row of await findWaiting(ctx)) {
    const href = `/partnerships/${row.partnership_id}/standard/${row.year}`;
    const late = row.due_on < day;
    if (row.state === 'answering' && row.asked)
      lines.push({ href: `${href}/answer/1`, what: t.answer(row.year, row.name), until: row.due_on, late });
    else if (
      row.state === 'concluding' &&
      mayCoordinate(ctx.actor, await standingOf(ctx, row.partnership_id)).allowed
    )
      lines.push({
        href: `${href}/conclude/1`,
        what: t.conclude(row.year, row.name),
        until: row.due_on,
        late,
      });
  }
  for (const row of await findOwn(ctx))
    lines.push({
      href: `/partnerships/${row.partnership_id}/standard/${row.year}/tasks/${row.id}`,
      what: t.task(row.what),
      until: row.due_on,
      late: row.due_on < day,
    });
  return lines;
}
