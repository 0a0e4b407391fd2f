import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface RoundRow {
  id: string;
  partnership_id: string;
  year: number;
  standard_slug: string;
  standard_pl: string;
  standard_en: string;
  standard_version: number;
  legal_state_on: string | null;
  state: string;
  opened_on: string;
  due_on: string;
  disclosed_on: string | null;
  concluded_on: string | null;
  summary: string;
  row_version: number;
}
/** Newest first. */
export const findRounds = (ctx: Ctx, partnershipId: string): Promise<RoundRow[]> =>
  ctx.tx.many<RoundRow>(sql`
    select id, partnership_id, year, standard_slug, standard_pl, standard_en, standard_version, legal_state_on, state, opened_on,
      due_on, disclosed_on, concluded_on, summary, row_version
    from partnerships.standard_round where partnership_id = ${partnershipId} order by year desc limit 50`);

export const lockRound = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{ state: string }>(
    sql`select state from partnerships.standard_round where id = ${id} for update`,
  );

export interface RequirementRow {
  code: string;
  chapter_pl: string;
  chapter_en: string;
  title_pl: string;
  title_en: string;
  what_pl: string;
  what_en: string;
  evidence_pl: string;
  evidence_en: string;
  basic: boolean;
  law: boolean;
  path: string;
}
export const findRequirements = (ctx: Ctx, roundId: string): Promise<RequirementRow[]> =>
  ctx.tx.many<RequirementRow>(sql`
    select code, chapter_pl, chapter_en, title_pl, title_en, what_pl, what_en, evidence_pl, evidence_en, basic, law, path
    from partnerships.standard_requirement where round_id = ${roundId} order by position`);

export const findSheets = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{
    institution_id: string;
    name: string;
    short_name: string;
    type: string;
    handed_in_on: string | null;
  }>(sql`
    select s.institution_id, i.name, i.short_name, i.type, s.handed_in_on from partnerships.standard_sheet s
    join organisations.api_institution i on i.id = s.institution_id where s.round_id = ${roundId} order by i.type, i.name`);

/** Row-level security leaves out the others' until the round is disclosed. */
export const findAnswers = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{
    institution_id: string;
    code: string;
    level: string;
    evidence: string;
    link: string;
    file_id: string | null;
  }>(sql`
    select institution_id, code, level, evidence, link, file_id from partnerships.standard_answer where round_id = ${roundId}`);

export const findConclusions = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{ code: string; level: string; note: string }>(
    sql`select code, level, note from partnerships.standard_conclusion where round_id = ${roundId}`,
  );

export const insertRound = (
  ctx: Ctx,
  r: {
    id: string;
    partnershipId: string;
    year: number;
    slug: string;
    pl: string;
    en: string;
    version: number;
    legalStateOn: LocalDate | null;
    openedOn: LocalDate;
    dueOn: LocalDate;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_round (id, partnership_id, year, standard_slug, standard_pl, standard_en, standard_version,
      legal_state_on, opened_on, due_on)
    values (${r.id}, ${r.partnershipId}, ${r.year}, ${r.slug}, ${r.pl}, ${r.en}, ${r.version}, ${r.legalStateOn}, ${r.openedOn}, ${r.dueOn})`);

/** All at once, as JSON: `code, chapter_pl, …` with their position. */
export const insertRequirements = (
  ctx: Ctx,
  roundId: string,
  partnershipId: string,
  rows: readonly (RequirementRow & { readonly position: number })[],
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_requirement (round_id, partnership_id, code, position, chapter_pl, chapter_en, title_pl, title_en,
      what_pl, what_en, evidence_pl, evidence_en, basic, law, path)
    select ${roundId}::uuid, ${partnershipId}::uuid, q.code, q.position, q.chapter_pl, q.chapter_en, q.title_pl, q.title_en, q.what_pl, q.what_en,
      q.evidence_pl, q.evidence_en, q.basic, q.law, q.path
    from json_to_recordset(${JSON.stringify(rows)}::json) as q (code text, position int, chapter_pl text, chapter_en text, title_pl text,
      title_en text, what_pl text, what_en text, evidence_pl text, evidence_en text, basic boolean, law boolean, path text)`);

export const insertSheets = (
  ctx: Ctx,
  roundId: string,
  partnershipId: string,
  institutions: readonly string[],
) =>
  ctx.tx.run(sql`
    insert into partnerships.standard_sheet (round_id, partnership_id, institution_id)
    select ${roundId}::uuid, ${partnershipId}::uuid, i from unnest(${institutions}::uuid[]) i`);

export const putAnswer = (
  ctx: Ctx,
  a: {
    roundId: string;
    partnershipId: string;
    code: string;
    level: string;
    evidence: string;
    link: string;
    fileId: string | null;
    today: LocalDate;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_answer (round_id, partnership_id, institution_id, code, level, evidence, link, file_id, answered_on)
    values (${a.roundId}, ${a.partnershipId}, ${ctx.actor.institutionId}, ${a.code}, ${a.level}, ${a.evidence}, ${a.link}, ${a.fileId}, ${a.today})
    on conflict (round_id, institution_id, code) do update set level = excluded.level, evidence = excluded.evidence, link = excluded.link,
      file_id = coalesce(excluded.file_id, standard_answer.file_id), answered_on = excluded.answered_on, row_version = standard_answer.row_version + 1`);

export const handIn = (ctx: Ctx, roundId: string, today: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.standard_sheet set handed_in_on = ${today}
    where round_id = ${roundId} and institution_id = ${ctx.actor.institutionId} and handed_in_on is null`);

export const disclose = (ctx: Ctx, roundId: string, today: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.standard_round set state = 'concluding', disclosed_on = ${today}, row_version = row_version + 1
    where id = ${roundId} and state = 'answering'`);

/** Rounds of the actor's partnerships that wait for the institution's answers, or for the coordinator. */
export const findWaiting = (ctx: Ctx) =>
  ctx.tx.many<{
    partnership_id: string;
    name: string;
    year: number;
    state: string;
    due_on: string;
    asked: boolean | null;
  }>(sql`
    select r.partnership_id, p.name, r.year, r.state, r.due_on, exists (select from partnerships.standard_sheet s
      where s.round_id = r.id and s.institution_id = ${ctx.actor.institutionId} and s.handed_in_on is null) as asked
    from partnerships.standard_round r join partnerships.partnership p on p.id = r.partnership_id
    where r.state <> 'concluded' order by r.due_on`);
