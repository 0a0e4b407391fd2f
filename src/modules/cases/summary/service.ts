import type { Ctx } from '#kernel/context.ts';
import { ageOn, warsawDate } from '#kernel/time.ts';
import { threadOf } from '#modules/organisations/api.ts';
import type { CaseHead, SharedCase } from '../schema.ts';
import { caseHead, loadCase, recordView, team, terms, today } from '../service.ts';
import { text } from '../text.pl.ts';
import { withSubjects } from './history/service.ts';
import { furtherActions, weaveOf } from './policy.ts';
import * as queries from './queries.ts';
import type { CaseSummary, EventLine, GoalLine, PersonLine, TeamLine } from './schema.ts';

/** The first page of a case. One access record for the screen, with the classes it shows. */
export async function caseSummary(ctx: Ctx, id: string): Promise<CaseSummary> {
  const c = await loadCase(ctx, id);
  const [head, members, events, goalRows, services, person, own, marks, next] = await Promise.all([
    caseHead(ctx, c),
    team(ctx, c.id),
    eventsOf(ctx, c.id),
    queries.findGoals(ctx, c.id),
    terms(ctx, 'service'),
    queries.findPerson(ctx, c.personId),
    queries.findOwnView(ctx, c.id),
    queries.findMarks(ctx, c.id),
    queries.findNext(ctx, c.id),
    recordView(ctx, c, 'case', ['D1', 'D5', 'D6']),
  ]);
  const t = text[ctx.lang];
  const kinds: Readonly<Record<string, string>> = t.history.kinds;
  const labels = new Map(services.map((term) => [term.code, term.label]));
  return {
    head,
    further: furtherActions(ctx.actor, c),
    team: teamLines(members, t.roles),
    goals: goalLines(goalRows, labels),
    person: person && personLine(person, own?.own_view ?? '', today(ctx)),
    next: next.map((row) => ({ at: row.starts_at, title: row.title, place: row.place, sessionId: row.id })),
    weave: weaveOf({
      case: c,
      threadOf,
      today: today(ctx),
      team: teamInstitutions(members),
      events,
      marks: marks.map((row) => ({
        institutionId: row.institution_id,
        on: warsawDate(row.starts_at),
        mark: row.mark,
      })),
      words: {
        kind: (kind) => kinds[kind] ?? t.history.unknown,
        waits: t.waits[c.waits.for].toLowerCase(),
        attendance: t.summary.attendance,
      },
    }),
  };
}

/** Everything that happened in the case, newest first. */
export async function caseHistory(
  ctx: Ctx,
  id: string,
): Promise<{ head: CaseHead; case: SharedCase; events: EventLine[] }> {
  const c = await loadCase(ctx, id);
  const [head, events] = await Promise.all([
    caseHead(ctx, c),
    eventsOf(ctx, c.id),
    recordView(ctx, c, 'case_history', ['D1']),
  ]);
  return { head, case: c, events: (await withSubjects(ctx, c.id, events)).reverse() };
}

export const casesByNumber = queries.findByNumber;

async function eventsOf(ctx: Ctx, caseId: string): Promise<EventLine[]> {
  const rows = await queries.findEvents(ctx, caseId);
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    institution:
      row.institution_id && row.institution_name && row.institution_type
        ? { id: row.institution_id, name: row.institution_name, type: row.institution_type }
        : null,
    worker: row.worker_name,
    data: row.data as Record<string, unknown>,
  }));
}

type Members = Awaited<ReturnType<typeof team>>;

function teamInstitutions(members: Members): { id: string; name: string; type: string }[] {
  const found = new Map<string, { id: string; name: string; type: string }>();
  for (const { institution_id: id, institution_name: name, institution_type: type } of members)
    if (id && name && type) found.set(id, { id, name, type });
  return [...found.values()];
}

function teamLines(members: Members, roles: Readonly<Record<string, string>>): TeamLine[] {
  return teamInstitutions(members).map(({ id, name, type }) => {
    const rows = members.filter((row) => row.institution_id === id);
    return {
      institution: { name, type },
      role: roles[rows[0]?.participation ?? ''] ?? '',
      workers: [...new Set(rows.flatMap((row) => row.worker_name ?? []))],
    };
  });
}

function goalLines(rows: readonly queries.GoalRow[], services: ReadonlyMap<string, string>): GoalLine[] {
  const goals = new Map<string, { id: string; title: string; items: GoalLine['items'][number][] }>();
  for (const row of rows) {
    const goal = goals.get(row.goal_id) ?? { id: row.goal_id, title: row.title, items: [] };
    goals.set(row.goal_id, goal);
    if (!row.item_id || !row.institution_name || !row.institution_type || !row.due_on || !row.service_code)
      continue;
    goal.items.push({
      id: row.item_id,
      service: services.get(row.service_code) ?? row.service_code,
      institution: { name: row.institution_name, type: row.institution_type },
      worker: row.worker_name,
      due: row.due_on,
      state: (row.progress ?? 'planned') as GoalLine['items'][number]['state'],
    });
  }
  return [...goals.values()];
}

function personLine(row: queries.PersonRow, ownView: string, day: string): PersonLine {
  return {
    name: row.unidentified_label ?? `${row.given_name} ${row.family_name}`,
    age: row.birth_date ? ageOn(row.birth_date, day) : null,
    locality: row.locality,
    ownView,
  };
}
