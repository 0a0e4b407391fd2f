import type { Ctx } from '#kernel/context.ts';
import { mayCoordinate } from '../../policy.ts';
import { standingOf, today } from '../../service.ts';
import type { DueLine } from '../../standard/api.ts';
import { findUnderWay } from '../queries.ts';
import { text } from '../text.pl.ts';

/** Of evaluations: an invitation not yet taken; for the coordinator what is to be ended or decided. */
export async function dueEvaluation(ctx: Ctx): Promise<DueLine[]> {
  if (ctx.actor.kind !== 'worker') return [];
  const t = text[ctx.lang].due;
  const day = today(ctx);
  const lines: DueLine[] = [];
  for (const row of await findUnderWay(ctx)) {
    const line = {
      href: `/partnerships/${row.partnership_id}/evaluation/${row.id}`,
      until: row.closes_on,
      late: row.closes_on < day,
    };
    if (row.state === 'open' && !line.late && !row.taken) lines.push({ ...line, what: t.answer(row.name) });
    if (row.state === 'open' && !line.late) continue;
    if (!mayCoordinate(ctx.actor, await standingOf(ctx, row.partnership_id)).allowed) continue;
    lines.push({ ...line, what: row.state === 'open' ? t.close(row.title) : t.decide(row.title) });
  }
  return lines;
}
