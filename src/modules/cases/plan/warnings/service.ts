import type { Ctx } from '#kernel/context.ts';
import { terms, today } from '../../service.ts';
import { findAbsences } from '../queries.ts';
import { itemsOf, type Plan } from '../schema.ts';
import { readRule, type Warning, type WarningRule, warningsOf } from './policy.ts';
import * as queries from './queries.ts';

/** Warnings about a version of the plan by the rules in force today, those to be confirmed first. Workers only. */
export async function warnings(ctx: Ctx, plan: Plan): Promise<Warning[]> {
  const day = today(ctx);
  const workers = [...new Set(itemsOf(plan).map((i) => i.workerId))];
  const [rules, services, financing, instruments, absences] = await Promise.all([
    queries.findRules(ctx, 'plan_warning', day),
    terms(ctx, 'service'),
    terms(ctx, 'financing'),
    queries.findInstruments(ctx, plan.caseId),
    findAbsences(ctx, workers),
  ]);
  const read = rules
    .map((r) =>
      readRule({ code: r.code, label: ctx.lang === 'en' ? r.en : r.pl, meta: r.meta, source: r.source }),
    )
    .filter((r): r is WarningRule => r !== null);
  return warningsOf(read, {
    plan,
    today: day,
    services: new Map(services.map((s) => [s.code, s.meta])),
    publicMoney: new Set(financing.filter((f) => f.meta.public === true).map((f) => f.code)),
    instruments,
    absences: absences.map((a) => ({
      workerId: a.worker_id ?? '',
      from: a.from_on ?? '',
      to: a.to_on ?? '',
    })),
  });
}
