import type { Ctx } from '#kernel/context.ts';
import { terms } from '../../service.ts';
import { text } from '../../text.pl.ts';
import type { EventLine } from '../schema.ts';
import { aboutOf, type Names } from './policy.ts';
import * as queries from './queries.ts';

/** Says of each event what it is about. */
export async function withSubjects(
  ctx: Ctx,
  caseId: string,
  events: readonly EventLine[],
): Promise<EventLine[]> {
  const names = await namesOf(ctx, caseId, events);
  const words = text[ctx.lang].history.about;
  return events.map((event) => ({ ...event, about: aboutOf(event, names, words) }));
}

async function namesOf(ctx: Ctx, caseId: string, events: readonly EventLine[]): Promise<Names> {
  const ids = (key: string): string[] => [
    ...new Set(events.flatMap(({ data }) => (typeof data[key] === 'string' ? data[key] : []))),
  ];
  // `to` is a worker, a state or a type of institution: only ids are asked for.
  const workers = ids('to').filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const [institutionRows, workerRows, itemRows, goalRows, services, domains] = await Promise.all([
    queries.findInstitutions(ctx, ids('institution')),
    queries.findWorkers(ctx, workers),
    queries.findItems(ctx, caseId),
    queries.findGoals(ctx, caseId),
    terms(ctx, 'service'),
    terms(ctx, 'domain'),
  ]);
  const service = new Map(services.map((t) => [t.code, t.label]));
  return {
    institutions: new Map(institutionRows.map((row) => [row.id ?? '', row.name ?? ''])),
    workers: new Map(workerRows.map((row) => [row.id ?? '', row.name ?? ''])),
    services: new Map(itemRows.map((row) => [row.lineage_id, service.get(row.service_code) ?? ''])),
    goals: new Map(goalRows.map((row) => [row.id, row.title])),
    domains: new Map(domains.map((t) => [t.code, t.label])),
  };
}
