-- Module: cases. Two records of one human being become one, and can be taken apart again.

insert into cases.timer (code, amount, unit, valid_from, source, certain) values
  ('person_merge_undo', 30, 'days', '2000-01-01', 'Ustalenie Splotu: tak długo pomyłkę można cofnąć (RODO art. 5 ust. 1 lit. d)', false);

create table cases.person_link (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  survivor_id uuid not null references cases.person on delete cascade,
  absorbed_id uuid not null references cases.person on delete cascade,
  case_ids uuid[] not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  merged_by uuid not null references organisations.worker on delete restrict,
  merged_at timestamptz not null,
  undo_until date not null,
  undone_at timestamptz,
  undone_by uuid references organisations.worker on delete restrict,
  before jsonb,
  after jsonb,
  moved jsonb,
  check (survivor_id <> absorbed_id)
);
comment on table cases.person_link is 'That two records were one person (classes D1 and D2): what each said before, so that it can be undone. Read and written by functions alone.';
comment on column cases.person_link.case_ids is 'Cases of the absorbed record: the only ones that may change their person, and only along this link.';
comment on column cases.person_link.before is 'Both records and their numbers as they were; gone once undone or erased.';
comment on column cases.person_link.after is 'The surviving record right after: what was corrected since then stays when the link is undone.';
comment on column cases.person_link.moved is 'Windows and files of the person that followed, by id.';
create unique index person_link_absorbed on cases.person_link (absorbed_id) where undone_at is null;
create index person_link_absorbed_all on cases.person_link (absorbed_id);
create index person_link_survivor on cases.person_link (survivor_id, merged_at desc);
create index person_link_partnership on cases.person_link (partnership_id);
create index person_link_institution on cases.person_link (institution_id);
create index person_link_merger on cases.person_link (merged_by);
create index person_link_undoer on cases.person_link (undone_by);
alter table cases.person_link enable row level security;
alter table cases.person_link force row level security;
create policy lookup on cases.person_link to splot_search using (true) with check (true);
grant select, insert, update on cases.person_link to splot_search;

alter table cases.person add column merged_into uuid references cases.person on delete restrict;
comment on column cases.person.merged_into is 'The record that this one became part of; its own fields are empty meanwhile, so that no search finds them.';
create index person_merged on cases.person (merged_into);
alter table cases.person drop constraint person_check;
alter table cases.person add constraint person_named
  check (erased_at is not null or merged_into is not null or unidentified_label is not null or (given_name <> '' and family_name <> ''));

-- The case changes its person along a link alone, whoever writes: there when it is made, and back when it is undone.
create or replace function cases.check_transition() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state <> old.state and not exists (select from cases.transition where from_state = old.state and to_state = new.state) then
    raise exception 'a case cannot go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'case_transition';
  end if;
  if new.partnership_id <> old.partnership_id or new.number <> old.number then
    raise exception 'the partnership and the number of a case never change' using errcode = 'check_violation', constraint = 'case_identity';
  end if;
  if new.person_id <> old.person_id then
    if not exists (select from cases.person_link l where old.id = any (l.case_ids)
        and ((l.undone_at is null and l.absorbed_id = old.person_id and l.survivor_id = new.person_id)
          or (l.undone_at = kernel.instant() and l.survivor_id = old.person_id and l.absorbed_id = new.person_id))) then
      raise exception 'the person of a case never changes, but where two records were one' using errcode = 'check_violation', constraint = 'case_identity';
    end if;
  end if;
  return new;
end
$$;

set local role splot_search;

-- Nothing begins with a record that became part of another. The lock makes a merge and a new row wait for each other.
create function cases.refuse_absorbed() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  into_id uuid;
begin
  select p.merged_into into into_id from cases.person p where p.id = new.person_id for key share;
  if into_id is not null then
    raise exception 'the record became part of another' using errcode = 'check_violation', constraint = 'person_merged';
  end if;
  return new;
end
$$;

-- A person is erased with every record that became part of theirs, and with what the links remember.
create function cases.erase_links() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update cases.person_link l set before = null, after = null, moved = null where new.id in (l.survivor_id, l.absorbed_id);
  update cases.person p set erased_at = new.erased_at where p.merged_into = new.id and p.erased_at is null;
  return null;
end
$$;

-- The record and all that became part of it, also in several steps.
create function cases.records_of(person uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  with recursive part (id) as (
    select person union select p.id from cases.person p join part on p.merged_into = part.id
  ) select id from part
$$;
create function cases.own_records() returns setof uuid language sql stable security definer set search_path = '' as $$
  select cases.records_of(kernel.person())
$$;

-- Where a record is now: itself, or the one it became part of.
create function cases.api_survivor(of_record uuid) returns uuid language sql stable security definer set search_path = '' as $$
  with recursive way (id, merged_into) as (
    select p.id, p.merged_into from cases.person p where p.id = of_record
    union select p.id, p.merged_into from cases.person p join way on p.id = way.merged_into
  ) select id from way where merged_into is null
$$;

-- The actor's institution takes part in a case of this person, the actor works on it and reads who the person is.
create function cases.identifies(for_person uuid, with_write boolean) returns boolean language sql stable security definer set search_path = '' as $$
  select kernel.scope() @> array['D1', 'D2'] and exists (select from cases.shared_case c
    join cases.participation p on p.case_id = c.id and p.institution_id = kernel.institution()
      and p.valid_from <= kernel.instant() and (p.valid_to is null or p.valid_to > kernel.instant())
    where c.person_id = for_person and c.state <> 'erased' and cases.sees_case(c.id)
      and 2 = (select count(distinct g.data_class) from cases.access_grant g
        where g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class in ('D1', 'D2') and kernel.purpose() = any (g.purposes)
          and (g.can_write or not with_write) and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())))
$$;

-- Both records seen, one of them written, by a function that directs cases, in a member of the partnership of both.
create function cases.api_may_merge(one uuid, other uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select one <> other and organisations.holds(array['social_worker', 'employment_adviser', 'case_coordinator'])
    and exists (select from cases.person a join cases.person b on b.partnership_id = a.partnership_id
      where a.id = one and b.id = other and cases.member(a.partnership_id)
        and a.merged_into is null and b.merged_into is null and a.erased_at is null and b.erased_at is null)
    and cases.identifies(one, false) and cases.identifies(other, false)
    and (cases.identifies(one, true) or cases.identifies(other, true))
$$;

create function cases.person_snapshot(one uuid, other uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('survivor', (select to_jsonb(p) - 'search' from cases.person p where p.id = one),
    'absorbed', (select to_jsonb(p) - 'search' from cases.person p where p.id = other),
    'identifiers', (select coalesce(jsonb_agg(i order by i.id), '[]') from cases.person_identifier i where i.person_id in (one, other)))
$$;

-- Makes one record of two, in one step. `taken` names what the survivor takes over from the other: name, birth_date, sex,
-- address, phone, email, lang, pesel, document. Answers ok, no (not theirs to do), stale, or open_cases.
create function cases.api_merge_persons(link_id uuid, one uuid, other uuid, one_version int, other_version int, taken text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  a cases.person;
  link cases.person_link;
begin
  -- Cases before persons, as everybody else holds them.
  perform from cases.shared_case c where c.person_id in (one, other) order by c.id for update;
  perform from cases.person p where p.id in (one, other) order by p.id for update;
  if not coalesce(cases.api_may_merge(one, other), false) then
    return 'no';
  end if;
  select * into a from cases.person p where p.id = other;
  if a.row_version <> other_version or not exists (select from cases.person p where p.id = one and p.row_version = one_version) then
    return 'stale';
  end if;
  if (select count(*) > 1 from cases.shared_case c where c.person_id in (one, other)
      and c.state in ('referred', 'intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended', 'closing')) then
    return 'open_cases';
  end if;
  insert into cases.person_link (id, partnership_id, survivor_id, absorbed_id, case_ids, institution_id, merged_by, merged_at, undo_until, before)
  values (link_id, a.partnership_id, one, other, array(select c.id from cases.shared_case c where c.person_id = other order by c.id),
    kernel.institution(), kernel.worker(), kernel.instant(), (kernel.today() + cases.timer_length('person_merge_undo'))::date,
    cases.person_snapshot(one, other))
  returning * into link;
  -- A number not chosen is told by the link alone: its row stays with the absorbed record, and what it said is free, for
  -- it may be somebody else's.
  update cases.person_identifier i set person_id = case when (i.person_id = other) = (i.kind = any (taken)) then one else other end,
    value = case when (i.person_id = other) = (i.kind = any (taken)) then i.value else 'joined:' || i.id end
  where i.person_id in (one, other);
  update cases.person p set
    given_name = case when 'name' = any (taken) then a.given_name else p.given_name end,
    family_name = case when 'name' = any (taken) then a.family_name else p.family_name end,
    unidentified_label = case when 'name' = any (taken) then a.unidentified_label else p.unidentified_label end,
    birth_date = case when 'birth_date' = any (taken) then a.birth_date else p.birth_date end,
    sex = case when 'sex' = any (taken) then a.sex else p.sex end,
    gmina_id = case when 'address' = any (taken) then a.gmina_id else p.gmina_id end,
    locality = case when 'address' = any (taken) then a.locality else p.locality end,
    postal_code = case when 'address' = any (taken) then a.postal_code else p.postal_code end,
    street = case when 'address' = any (taken) then a.street else p.street end,
    phone = case when 'phone' = any (taken) then a.phone else p.phone end,
    email = case when 'email' = any (taken) then a.email else p.email end,
    preferred_lang = case when 'lang' = any (taken) then a.preferred_lang else p.preferred_lang end,
    row_version = p.row_version + 1
  where p.id = one;
  update cases.shared_case c set person_id = one where c.id = any (link.case_ids);
  update cases.person p set given_name = '', family_name = '', unidentified_label = null, birth_date = null, sex = null, gmina_id = null,
    locality = '', postal_code = '', street = '', phone = '', email = '', preferred_lang = 'pl', merged_into = one, row_version = p.row_version + 1
  where p.id = other;
  update cases.person_link l set after = (select to_jsonb(p) - 'search' from cases.person p where p.id = one),
    moved = participant.move_person(other, one)
  where l.id = link_id;
  perform cases.note_event(c.id, 'person.merged', jsonb_build_object('link', link_id, 'moved', c.id = any (link.case_ids)))
  from cases.shared_case c where c.person_id = one;
  return 'ok';
end
$$;

-- Whether the actor may take apart: within the time, the institution that linked, the last link first.
create function cases.may_undo(l cases.person_link) returns boolean language sql stable security definer set search_path = '' as $$
  select l.undone_at is null and l.before is not null and kernel.today() <= l.undo_until and l.institution_id = kernel.institution()
    and organisations.holds(array['social_worker', 'employment_adviser', 'case_coordinator'])
    and cases.identifies(l.survivor_id, true)
    and exists (select from cases.person p where p.id = l.survivor_id and p.merged_into is null and p.erased_at is null)
    and not exists (select from cases.person_link n where n.survivor_id = l.survivor_id and n.undone_at is null
      and (n.merged_at, n.id) > (l.merged_at, l.id))
$$;

-- Takes apart what was linked. What was corrected since then, and cases opened since then, stay with the survivor.
-- Answers ok, no (not theirs to do), or number_taken: a number of before belongs to somebody else meanwhile.
create function cases.api_unmerge_persons(link_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  l cases.person_link;
  b cases.person;
  f cases.person;
  a cases.person;
begin
  select * into l from cases.person_link k where k.id = link_id;
  perform from cases.shared_case c where c.person_id = l.survivor_id order by c.id for update;
  perform from cases.person p where p.id in (l.survivor_id, l.absorbed_id) order by p.id for update;
  select * into l from cases.person_link k where k.id = link_id for update;
  if not found or not coalesce(cases.may_undo(l), false) then
    return 'no';
  end if;
  if exists (select from jsonb_populate_recordset(null::cases.person_identifier, l.before -> 'identifiers') s
      join cases.person_identifier i on i.id = s.id and i.value = 'joined:' || i.id
      join cases.person_identifier o on o.partnership_id = s.partnership_id and o.kind = s.kind and o.value = s.value) then
    return 'number_taken';
  end if;
  b := jsonb_populate_record(null::cases.person, l.before -> 'survivor');
  a := jsonb_populate_record(null::cases.person, l.before -> 'absorbed');
  f := jsonb_populate_record(null::cases.person, l.after);
  perform cases.note_event(c.id, 'person.unmerged', jsonb_build_object('link', link_id, 'moved', c.id = any (l.case_ids)))
  from cases.shared_case c where c.person_id = l.survivor_id;
  update cases.person p set given_name = a.given_name, family_name = a.family_name, unidentified_label = a.unidentified_label,
    birth_date = a.birth_date, sex = a.sex, gmina_id = a.gmina_id, locality = a.locality, postal_code = a.postal_code, street = a.street,
    phone = a.phone, email = a.email, preferred_lang = a.preferred_lang, merged_into = null, row_version = p.row_version + 1
  where p.id = l.absorbed_id;
  update cases.person p set
    given_name = case when p.given_name = f.given_name then b.given_name else p.given_name end,
    family_name = case when p.family_name = f.family_name then b.family_name else p.family_name end,
    unidentified_label = case when p.unidentified_label is not distinct from f.unidentified_label then b.unidentified_label else p.unidentified_label end,
    birth_date = case when p.birth_date is not distinct from f.birth_date then b.birth_date else p.birth_date end,
    sex = case when p.sex is not distinct from f.sex then b.sex else p.sex end,
    gmina_id = case when p.gmina_id is not distinct from f.gmina_id then b.gmina_id else p.gmina_id end,
    locality = case when p.locality = f.locality then b.locality else p.locality end,
    postal_code = case when p.postal_code = f.postal_code then b.postal_code else p.postal_code end,
    street = case when p.street = f.street then b.street else p.street end,
    phone = case when p.phone = f.phone then b.phone else p.phone end,
    email = case when p.email = f.email then b.email else p.email end,
    preferred_lang = case when p.preferred_lang = f.preferred_lang then b.preferred_lang else p.preferred_lang end,
    row_version = p.row_version + 1
  where p.id = l.survivor_id;
  update cases.person_identifier i set person_id = s.person_id, value = case when i.value = 'joined:' || i.id then s.value else i.value end
  from jsonb_populate_recordset(null::cases.person_identifier, l.before -> 'identifiers') s where s.id = i.id;
  update cases.person_link k set undone_at = kernel.instant(), undone_by = kernel.worker(), before = null, after = null, moved = null where k.id = link_id;
  update cases.shared_case c set person_id = l.absorbed_id where c.id = any (l.case_ids) and c.person_id = l.survivor_id;
  perform participant.move_person_back(l.moved, l.absorbed_id);
  return 'ok';
end
$$;

-- What became part of the person of a case that the reader sees. Numbers of before only for readers of class D2.
create function cases.api_person_links(for_case uuid)
returns table (id uuid, absorbed_id uuid, merged_at timestamptz, merged_by text, institution_name text, undo_until date, may_undo boolean,
  former_name text, former_numbers text[]) language sql stable security definer set search_path = '' as $$
  select l.id, l.absorbed_id, l.merged_at, w.given_name || ' ' || w.family_name, i.short_name, l.undo_until, coalesce(cases.may_undo(l), false),
    coalesce(nullif(trim((l.before -> 'absorbed' ->> 'given_name') || ' ' || (l.before -> 'absorbed' ->> 'family_name')), ''), l.before -> 'absorbed' ->> 'unidentified_label'),
    case when cases.identifies(c.person_id, false) then
      array(select s.value from jsonb_populate_recordset(null::cases.person_identifier, l.before -> 'identifiers') s
        where not exists (select from cases.person_identifier o where o.id = s.id and o.person_id = c.person_id) order by s.value) end
  from cases.shared_case c join cases.person_link l on l.survivor_id = c.person_id and l.undone_at is null
  join organisations.worker w on w.id = l.merged_by join organisations.api_institution i on i.id = l.institution_id
  where c.id = for_case and cases.sees_case(for_case) and kernel.worker() <> '00000000-0000-0000-0000-000000000000'
  order by l.merged_at desc
$$;

revoke execute on function cases.refuse_absorbed(), cases.erase_links(), cases.records_of(uuid), cases.own_records(), cases.api_survivor(uuid),
  cases.identifies(uuid, boolean), cases.api_may_merge(uuid, uuid), cases.person_snapshot(uuid, uuid),
  cases.api_merge_persons(uuid, uuid, uuid, int, int, text[]), cases.may_undo(cases.person_link), cases.api_unmerge_persons(uuid),
  cases.api_person_links(uuid) from public;
grant execute on function cases.api_survivor(uuid), cases.api_may_merge(uuid, uuid), cases.api_merge_persons(uuid, uuid, uuid, int, int, text[]),
  cases.api_unmerge_persons(uuid), cases.api_person_links(uuid) to splot_worker;
grant execute on function cases.own_records() to splot_participant;
grant execute on function cases.refuse_absorbed(), cases.erase_links() to splot_owner;
set local role splot_owner;

create trigger not_absorbed before insert on cases.shared_case for each row execute function cases.refuse_absorbed();
create trigger not_absorbed before insert on cases.person_identifier for each row execute function cases.refuse_absorbed();
create trigger erased_links after update of erased_at on cases.person for each row
  when (new.erased_at is not null and old.erased_at is null) execute function cases.erase_links();
