import type { Ctx } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import * as queries from './queries.ts';
import type { Certainty, Rule, Threshold } from './schema.ts';

const certaintyOf = (text: string): Certainty =>
  text === 'source' || text === 'knowledge' ? text : 'uncertain';

/** The instruments in force today, with conditions, proofs, traps and the newest clause. */
export async function rulesToday(ctx: Ctx): Promise<readonly Rule[]> {
  const today = warsawDate(ctx.now);
  const [rules, notes, clauses] = await Promise.all([
    queries.findRules(ctx, today),
    queries.findNotes(ctx, today),
    queries.findClauses(ctx, today),
  ]);
  const english = ctx.lang === 'en';
  return rules.map(({ actPl, actEn, namePl, nameEn, whatPl, whatEn, certainty, ...rule }): Rule => {
    const clause = clauses.find(({ of }) => of === rule.code);
    return {
      ...rule,
      act: english ? actEn : actPl,
      name: english ? nameEn : namePl,
      what: english ? whatEn : whatPl,
      certainty: certaintyOf(certainty),
      notes: notes
        .filter(({ of }) => of === rule.code)
        .map(({ kind, textPl, textEn, ...note }) => ({
          kind: kind === 'proof' || kind === 'trap' ? kind : 'condition',
          text: english ? textEn : textPl,
          certainty: certaintyOf(note.certainty),
          source: note.source,
        })),
      clause: clause
        ? {
            text: english ? clause.bodyEn : clause.bodyPl,
            version: clause.version,
            certainty: certaintyOf(clause.certainty),
            source: clause.source,
            stateOn: clause.stateOn,
          }
        : null,
    };
  });
}

/** From which value the procurement law applies today; null when the table does not say. */
export async function thresholdToday(ctx: Ctx): Promise<Threshold | null> {
  const row = await queries.findThreshold(ctx, warsawDate(ctx.now));
  return row && { ...row, certainty: certaintyOf(row.certainty) };
}
