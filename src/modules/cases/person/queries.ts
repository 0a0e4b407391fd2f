import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import type { Identifier, PersonInput, PersonQuery } from './schema.ts';

export interface PersonRow {
  id: string;
  partnership_id: string;
  given_name: string;
  family_name: string;
  unidentified_label: string | null;
  birth_date: string | null;
  sex: string | null;
  gmina_id: string | null;
  locality: string;
  postal_code: string;
  street: string;
  phone: string;
  email: string;
  preferred_lang: string;
  row_version: number;
}

export const findPerson = (ctx: Ctx, id: string): Promise<PersonRow | null> =>
  ctx.tx.maybe<PersonRow>(sql`
    select id, partnership_id, given_name, family_name, unidentified_label, birth_date, sex, gmina_id, locality,
      postal_code, street, phone, email, preferred_lang, row_version
    from cases.person where id = ${id}`);

export const lockPerson = (ctx: Ctx, id: string): Promise<PersonRow | null> =>
  ctx.tx.maybe<PersonRow>(sql`
    select id, partnership_id, given_name, family_name, unidentified_label, birth_date, sex, gmina_id, locality,
      postal_code, street, phone, email, preferred_lang, row_version
    from cases.person where id = ${id} for update`);

/** The identifiers the reader may know: a PESEL before a document. */
export const findIdentifiers = (
  ctx: Ctx,
  personId: string,
): Promise<{ id: string; kind: string; value: string }[]> =>
  ctx.tx.many<{ id: string; kind: string; value: string }>(
    sql`select id, kind, value from cases.person_identifier where person_id = ${personId} order by kind desc, id`,
  );

export const insertPerson = (ctx: Ctx, id: string, partnershipId: string, p: PersonInput): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.person (id, partnership_id, given_name, family_name, unidentified_label, birth_date, sex, gmina_id,
      locality, postal_code, street, phone, email, preferred_lang, created_by_institution_id, created_at)
    values (${id}, ${partnershipId}, ${p.givenName}, ${p.familyName}, ${p.label}, ${p.birthDate}::date, ${p.sex}, ${p.gminaId},
      ${p.locality}, ${p.postalCode}, ${p.street}, ${p.phone}, ${p.email}, ${p.lang}, ${ctx.actor.institutionId}, ${ctx.now})`);

export const insertIdentifier = (
  ctx: Ctx,
  personId: string,
  partnershipId: string,
  i: Identifier,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.person_identifier (id, person_id, partnership_id, kind, value)
    values (${newId()}, ${personId}, ${partnershipId}, ${i.kind}, ${i.value})`);

export const updateIdentifier = (ctx: Ctx, id: string, i: Identifier): Promise<number> =>
  ctx.tx.run(sql`update cases.person_identifier set kind = ${i.kind}, value = ${i.value} where id = ${id}`);

export const updatePerson = (ctx: Ctx, id: string, p: PersonInput): Promise<number> =>
  ctx.tx.run(sql`
    update cases.person set given_name = ${p.givenName}, family_name = ${p.familyName}, unidentified_label = ${p.label},
      birth_date = ${p.birthDate}::date, sex = ${p.sex}, gmina_id = ${p.gminaId}, locality = ${p.locality},
      postal_code = ${p.postalCode}, street = ${p.street}, phone = ${p.phone}, email = ${p.email},
      preferred_lang = ${p.lang}, row_version = row_version + 1
    where id = ${id}`);

export interface CandidateRow {
  person_id: string | null;
  label: string | null;
  birth_date: string | null;
  locality: string | null;
  visible: boolean | null;
  open_case_id: string | null;
  score: number | null;
}
export const findCandidates = (ctx: Ctx, q: PersonQuery): Promise<CandidateRow[]> =>
  ctx.tx.many<{
    person_id: string | null;
    label: string | null;
    birth_date: string | null;
    locality: string | null;
    visible: boolean | null;
    open_case_id: string | null;
    score: number | null;
  }>(sql`
    select person_id, label, birth_date, locality, visible, open_case_id, score
    from cases.api_find_person(${q.partnershipId}::uuid, ${q.identifier}, ${q.name}, ${q.birthDate}::date)`);

/** Of people the reader knows: the latest case they see, and whether the identifier is the one asked for. */
export const findKnownFacts = (
  ctx: Ctx,
  ids: readonly string[],
  identifier: string,
): Promise<{ id: string; case_id: string | null; same: boolean | null }[]> =>
  ctx.tx.many<{ id: string; case_id: string | null; same: boolean | null }>(sql`
    select p.id,
      (select c.id from cases.shared_case c where c.person_id = p.id order by c.opened_at desc limit 1) as case_id,
      exists (select from cases.person_identifier i where i.person_id = p.id and i.value = ${identifier}::text) as same
    from cases.person p where p.id = any(${ids}::uuid[])`);

/** Whose identifier it is, if the name agrees; `taken` without a person means that it belongs to somebody else. */
export const findSamePerson = (
  ctx: Ctx,
  partnershipId: string,
  i: Identifier,
  p: PersonInput,
): Promise<{ person_id: string | null; taken: boolean | null } | null> =>
  ctx.tx.maybe<{ person_id: string | null; taken: boolean | null }>(sql`
    select person_id, taken from cases.api_same_person(${partnershipId}::uuid, ${i.kind}, ${i.value}, ${p.familyName}, ${p.givenName})`);

export const noteSearch = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.search_made (id, worker_id, institution_id, at)
    values (${newId()}, ${ctx.actor.subjectId}, ${ctx.actor.institutionId}, ${ctx.now})`);

export const countSearches = (ctx: Ctx): Promise<{ made: number | null }> =>
  ctx.tx.one<{ made: number | null }>(sql`
    select count(*)::int as made from cases.search_made
    where worker_id = ${ctx.actor.subjectId} and at > ${ctx.now}::timestamptz - interval '1 hour'`);

/** The case that a hidden person has, reached only to pass the request on; never shown. */
export const askHandover = (ctx: Ctx, personId: string): Promise<{ case_id: string | null }> =>
  ctx.tx.one<{ case_id: string | null }>(
    sql`select cases.api_ask_handover(${personId}::uuid, ${newId()}::uuid) as case_id`,
  );

export const findAreaGminas = (ctx: Ctx, partnershipId: string): Promise<{ gmina_id: string | null }[]> =>
  ctx.tx.many<{ gmina_id: string | null }>(
    sql`select gmina_id from partnerships.api_area where partnership_id = ${partnershipId} order by gmina_id`,
  );

export interface DuplicateRow {
  one_id: string;
  one_name: string | null;
  one_birth: string | null;
  one_locality: string;
  one_case: string | null;
  other_id: string;
  other_name: string | null;
  other_birth: string | null;
  other_locality: string;
  other_case: string | null;
}
/**
 * Pairs of people of the reader's cases with the same name, or the same birth date and a name that sounds alike. Each of
 * the two is asked by equality, so that everybody is compared with few and not with everybody.
 */
export const findDuplicates = (ctx: Ctx): Promise<DuplicateRow[]> =>
  ctx.tx.many<DuplicateRow>(sql`
    with mine as materialized (
      select distinct on (p.id) p.id, p.partnership_id, p.family_name || ' ' || p.given_name as name, p.search, p.birth_date, p.locality, c.id as case_id
      from cases.shared_case c join cases.person p on p.id = c.person_id
      where c.audience && array[${ctx.actor.institutionId}::uuid, ${ctx.actor.subjectId}::uuid] and p.unidentified_label is null
      order by p.id, c.opened_at desc
      limit 5000
    ), pair as (
      select a.id as one, b.id as other from mine a
      join mine b on b.partnership_id = a.partnership_id and b.search = a.search and b.id > a.id
      union
      select a.id, b.id from mine a
      join mine b on b.partnership_id = a.partnership_id and b.birth_date = a.birth_date and b.id > a.id and similarity(b.search, a.search) > 0.5
    )
    select a.id as one_id, a.name as one_name, a.birth_date as one_birth, a.locality as one_locality, a.case_id as one_case,
      b.id as other_id, b.name as other_name, b.birth_date as other_birth, b.locality as other_locality, b.case_id as other_case
    from pair join mine a on a.id = pair.one join mine b on b.id = pair.other
    order by a.name, b.name, a.id, b.id limit 100`);
