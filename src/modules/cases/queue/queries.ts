import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface EntryRow {
  id: string;
  case_id: string;
  partnership_id: string;
  service_id: string;
  service: string | null;
  institution: string;
  free: number | null;
  free_on: string | null;
  selection_id: string;
  since: string;
  ground_id: string | null;
  ground: string | null;
  ground_rank: number;
  shifted_rank: number | null;
  shifted_from: string | null;
  shift_reason: string;
  state: string;
  ahead_reason: string;
  offered_on: string | null;
  answer_until: string | null;
  ended_on: string | null;
  end_code: string;
  end_note: string;
  created_at: Date;
  row_version: number;
}

/** Entries of a case; those over come last. */
export const findEntries = (ctx: Ctx, caseId: string): Promise<EntryRow[]> =>
  ctx.tx.many<EntryRow>(sql`
    select e.id, e.case_id, e.partnership_id, e.service_id, s.name as service, i.short_name as institution, s.free, s.free_on, e.selection_id,
      e.since, e.ground_id, k.name as ground, e.ground_rank, e.shifted_rank, e.shifted_from, e.shift_reason, e.state, e.ahead_reason,
      e.offered_on, e.answer_until, e.ended_on, e.end_code, e.end_note, e.created_at, e.row_version
    from cases.queue_entry e join partnerships.api_service s on s.id = e.service_id
    join organisations.api_institution i on i.id = s.institution_id
    left join partnerships.api_criterion k on k.id = e.ground_id
    where e.case_id = ${caseId} order by e.ended_on nulls first, e.created_at desc, e.id`);

/** Everybody who waits in a partnership and whose case the reader sees. */
export const findPeople = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.many<
    EntryRow & {
      number: string;
      given_name: string | null;
      family_name: string | null;
      unidentified_label: string | null;
    }
  >(sql`
    select e.id, e.case_id, e.partnership_id, e.service_id, s.name as service, i.short_name as institution, s.free, s.free_on, e.selection_id,
      e.since, e.ground_id, k.name as ground, e.ground_rank, e.shifted_rank, e.shifted_from, e.shift_reason, e.state, e.ahead_reason,
      e.offered_on, e.answer_until, e.ended_on, e.end_code, e.end_note, e.created_at, e.row_version,
      c.number, n.given_name, n.family_name, n.unidentified_label
    from cases.queue_entry e join partnerships.api_service s on s.id = e.service_id
    join organisations.api_institution i on i.id = s.institution_id
    join cases.shared_case c on c.id = e.case_id
    left join cases.person n on n.id = c.person_id
    left join partnerships.api_criterion k on k.id = e.ground_id
    where e.partnership_id = ${partnershipId} and e.state in ('waiting', 'offered')
    order by s.name, s.id, e.state, e.since, e.id limit 500`);

/** Where those who wait for a service stand whom the reader may see. */
export const findPlaces = (ctx: Ctx, serviceId: string) =>
  ctx.tx.many<{ entry_id: string | null; place: number | null }>(
    sql`select entry_id, place from cases.api_queue_places(${serviceId}::uuid)`,
  );

/** Holds an entry until the end of the transaction. */
export const lockEntry = (ctx: Ctx, id: string): Promise<{ row_version: number } | null> =>
  ctx.tx.maybe<{ row_version: number }>(
    sql`select row_version from cases.queue_entry where id = ${id} for update`,
  );

/** The criteria in force in a partnership. */
export const findRules = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.maybe<{
    id: string | null;
    version: number | null;
    who: string | null;
    order_words: string | null;
  }>(sql`
    select id, version, who, order_words from partnerships.api_selection where partnership_id = ${partnershipId} and state = 'in_force'`);

export const findCriteria = (ctx: Ctx, selectionId: string) =>
  ctx.tx.many<{
    id: string | null;
    kind: string | null;
    position: number | null;
    name: string | null;
    checking: string | null;
  }>(sql`
    select id, kind, position, name, checking from partnerships.api_criterion where selection_id = ${selectionId} order by kind, position, id`);

/** Services of a partnership that still take people. */
export const findServices = (ctx: Ctx, partnershipId: string, today: LocalDate) =>
  ctx.tx.many<{ id: string | null; name: string | null; institution: string }>(sql`
    select s.id, s.name, i.short_name as institution from partnerships.api_service s join organisations.api_institution i on i.id = s.institution_id
    where s.partnership_id = ${partnershipId} and (s.valid_to is null or s.valid_to >= ${today}::date) order by s.name, s.id limit 200`);

export const findFacts = (ctx: Ctx, entryId: string) =>
  ctx.tx.many<{ criterion_id: string; met: boolean; checked_on: string; checked_by: string }>(sql`
    select f.criterion_id, f.met, f.checked_on, w.name as checked_by
    from cases.queue_fact f join organisations.api_worker w on w.id = f.checked_by where f.entry_id = ${entryId}`);

export const findSteps = (ctx: Ctx, entryId: string) =>
  ctx.tx.many<{ at: Date; kind: string; reason: string; worker: string }>(sql`
    select s.at, s.kind, s.reason, w.name as worker from cases.queue_step s join organisations.api_worker w on w.id = s.worker_id
    where s.entry_id = ${entryId} order by s.at desc, s.id desc limit 200`);

export const insertEntry = (
  ctx: Ctx,
  e: {
    id: string;
    caseId: string;
    partnershipId: string;
    serviceId: string;
    selectionId: string;
    since: LocalDate;
    groundId: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.queue_entry (id, case_id, partnership_id, service_id, selection_id, since, ground_id, created_by, created_at)
    values (${e.id}, ${e.caseId}, ${e.partnershipId}, ${e.serviceId}, ${e.selectionId}, ${e.since}, ${e.groundId}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const setFact = (
  ctx: Ctx,
  f: { entryId: string; caseId: string; criterionId: string; met: boolean; on: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.queue_fact (entry_id, case_id, criterion_id, met, checked_on, checked_by)
    values (${f.entryId}, ${f.caseId}, ${f.criterionId}, ${f.met}, ${f.on}, ${ctx.actor.subjectId})
    on conflict (entry_id, criterion_id) do update set met = excluded.met, checked_on = excluded.checked_on, checked_by = excluded.checked_by`);

export const addStep = (
  ctx: Ctx,
  s: { id: string; entryId: string; caseId: string; kind: string; reason: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.queue_step (id, entry_id, case_id, at, kind, reason, worker_id)
    values (${s.id}, ${s.entryId}, ${s.caseId}, ${ctx.now}, ${s.kind}, ${s.reason}, ${ctx.actor.subjectId})`);

export const shift = (
  ctx: Ctx,
  id: string,
  s: { rank: number | null; from: LocalDate | null; reason: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.queue_entry set shifted_rank = ${s.rank}, shifted_from = ${s.from}::date, shift_reason = ${s.reason}, row_version = row_version + 1
    where id = ${id}`);

export const offer = (
  ctx: Ctx,
  id: string,
  o: { on: LocalDate; until: LocalDate; ahead: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.queue_entry set state = 'offered', offered_on = ${o.on}, answer_until = ${o.until}, ahead_reason = ${o.ahead},
      row_version = row_version + 1
    where id = ${id}`);

/** The person did not want the place and waits on, with the day they began to wait. */
export const waitOn = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.queue_entry set state = 'waiting', offered_on = null, answer_until = null, ahead_reason = '', row_version = row_version + 1
    where id = ${id}`);

export const end = (
  ctx: Ctx,
  id: string,
  e: { state: 'accepted' | 'removed'; on: LocalDate; code: string; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.queue_entry set state = ${e.state}, ended_on = ${e.on}, end_code = ${e.code}, end_note = ${e.note}, row_version = row_version + 1
    where id = ${id}`);

/** Waiting lists of a partnership as numbers, for its members. */
export const findCounts = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.many<{
    service_id: string | null;
    few: boolean | null;
    waiting: number | null;
    median_days: number | null;
    longest_days: number | null;
    placed: number | null;
    placed_median_days: number | null;
  }>(sql`
    select service_id, few, waiting, median_days, longest_days, placed, placed_median_days from cases.api_queue_counts(${partnershipId}::uuid)`);

export const findOwn = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    service: string | null;
    institution: string | null;
    since: string | null;
    state: string | null;
    place: number | null;
    ground: string | null;
    shift_reason: string | null;
    answer_until: string | null;
    who: string | null;
    order_words: string | null;
    appeal: string | null;
  }>(sql`
    select service, institution, since, state, place, ground, shift_reason, answer_until, who, order_words, appeal
    from cases.api_own_queue(${caseId}::uuid) order by since, entry_id`);

/** Entries of cases that the acting worker coordinates and that ask for something: an offer, an answer. */
export const findDue = (ctx: Ctx) =>
  ctx.tx.many<{
    id: string;
    case_id: string;
    number: string;
    service: string | null;
    state: string;
    free_on: string | null;
    answer_until: string | null;
  }>(sql`
    select e.id, e.case_id, c.number, s.name as service, e.state, s.free_on, e.answer_until
    from cases.queue_entry e join cases.shared_case c on c.id = e.case_id join partnerships.api_service s on s.id = e.service_id
    where c.coordinator_id = ${ctx.actor.subjectId} and (e.state = 'offered' or (e.state = 'waiting' and s.free > 0 and s.valid_to is null
      and exists (select from cases.api_queue_places(e.service_id) p where p.entry_id = e.id and p.place = 1)))
    order by e.answer_until nulls last, e.since, e.id limit 50`);
