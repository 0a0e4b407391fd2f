-- Module: cases. Recorded bases, ending single grants, parts of the diagnosis with owners, approvals of one exact text.

-- Legal basis.

alter table cases.clause_given add column lang text not null default 'pl' check (lang in ('pl', 'en', 'uk'));
comment on column cases.clause_given.lang is 'The language in which the person received the clause.';

create table cases.institution_basis (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  basis_code text not null references cases.legal_basis on delete restrict,
  classes text[] not null check (classes <> '{}'),
  document text not null default '',
  valid_to date,
  recorded_by uuid not null references organisations.worker on delete restrict,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  row_version int not null default 1
);
comment on table cases.institution_basis is 'On what law or commission an institution receives which classes in this case. The grants made from it are the access; this is why.';
comment on column cases.institution_basis.document is 'Number and date of the commission or agreement, where the basis is a document.';
create unique index institution_basis_current on cases.institution_basis (case_id, institution_id, basis_code) where ended_at is null;
create index institution_basis_case on cases.institution_basis (case_id);
create index institution_basis_institution on cases.institution_basis (institution_id);
create index institution_basis_code on cases.institution_basis (basis_code);
create index institution_basis_recorder on cases.institution_basis (recorded_by);
select cases.protect('institution_basis', '''D1''');

-- A consent may be narrowed and withdrawn; whatever else would change is a new consent.
create function cases.keep_consent() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.withdrawn_at is not null
    or (new.case_id, new.institution_id, new.text_version, new.lang, new.given_on, new.way, new.recorded_by)
      is distinct from (old.case_id, old.institution_id, old.text_version, old.lang, old.given_on, old.way, old.recorded_by)
    or not new.classes <@ old.classes or new.valid_to > old.valid_to then
    raise exception 'a consent may be narrowed or withdrawn only' using errcode = 'check_violation', constraint = 'consent_narrows';
  end if;
  return new;
end
$$;
create trigger narrows before update on cases.consent for each row execute function cases.keep_consent();

-- Who works on a case may see the whole team and all grants: by the same rule as the case itself, authorisation included.
set local role splot_search;
create or replace function cases.sees_case(for_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from cases.shared_case c where c.id = for_case and c.person_id = kernel.person())
    or (kernel.scope() @> array['D1']
      and (exists (select from cases.access_grant g where g.institution_id = kernel.institution() and g.case_id = for_case and g.data_class = 'D1'
          and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()))
        or exists (select from cases.shared_case c where c.id = for_case and c.state = 'draft' and c.created_by_institution_id = kernel.institution()))
      and (kernel.wide() or exists (select from cases.assignment a where a.worker_id = kernel.worker() and a.case_id = for_case
        and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant())))
      and not exists (select from cases.case_lock l where l.worker_id = kernel.worker() and l.case_id = for_case
        and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant())))
$$;

-- The agreement in force is the ceiling of every grant to a partner; what an institution itself records needs none.
-- Since a grant opens a class and not a part, only social assistance may hold D7 and D8 as its own: anybody else who
-- named them their own would read what social assistance recorded.
create or replace function cases.check_ceiling() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  recipient text := (select i.type from organisations.api_institution i where i.id = new.institution_id);
begin
  if new.data_class in ('D1', 'D9', 'D10') then
    return new;
  end if;
  if new.origin = 'own' and (new.data_class not in ('D7', 'D8') or recipient in ('OPS', 'CUS', 'PCPR')) then
    return new;
  end if;
  if not exists (
    select from cases.shared_case c
    join partnerships.api_ceiling l on l.partnership_id = c.partnership_id and l.institution_type = recipient and new.data_class = any (l.classes)
    where c.id = new.case_id) then
    raise exception 'the agreement does not let this institution receive class %', new.data_class using errcode = 'check_violation', constraint = 'grant_ceiling';
  end if;
  return new;
end
$$;
set local role splot_owner;

-- An item of the plan is known to the institution that carries it out, by the same rule as every class: period,
-- purpose and authorisation included.
drop policy own_item on cases.plan_item;
create policy own_item on cases.plan_item for select to splot_worker using (
  institution_id = kernel.institution() and kernel.scope() @> array['D6'] and exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = plan_item.case_id and g.data_class = 'D6'
      and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()) and kernel.purpose() = any (g.purposes)));

-- Ends the named grants at once; returns how many. By who may admit to the case, by the recipient itself, or by the
-- participant for grants that rest on a consent.
create function cases.api_end_grant_list(for_case uuid, ids uuid[], reason text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  ended int;
begin
  if not cases.sees_case(for_case) then
    return 0;
  end if;
  update cases.access_grant g set valid_to = kernel.instant(), ended_reason = reason
  where g.case_id = for_case and g.id = any (ids) and (g.valid_to is null or g.valid_to > kernel.instant())
    and (g.institution_id = kernel.institution()
      or exists (select from cases.shared_case c where c.id = for_case
        and (c.created_by_institution_id = kernel.institution()
          or (c.person_id = kernel.person() and exists (select from cases.legal_basis b where b.code = g.basis_code and b.kind = 'consent'))))
      or exists (select from cases.participation p where p.case_id = for_case and p.institution_id = kernel.institution()
        and p.role in ('lead', 'co_lead') and (p.valid_to is null or p.valid_to > kernel.instant())));
  get diagnostics ended = row_count;
  return ended;
end
$$;
alter function cases.api_end_grant_list(uuid, uuid[], text) owner to splot_search;

-- Exports and prints that took the case out of Splot, by whichever institution: for the list shown on withdrawal.
grant usage on schema audit to splot_search;
grant select on audit.entry to splot_search;
create policy taken_out on audit.entry for select to splot_search using (action in ('export', 'print'));
create function cases.api_taken_out(for_case uuid)
returns table (at timestamptz, action text, object_type text, institution_id uuid, institution_name text, classes text[])
language sql stable security definer set search_path = '' as $$
  select e.at, e.action, e.object_type, e.institution_id, i.short_name, e.classes
  from audit.entry e left join organisations.api_institution i on i.id = e.institution_id
  where e.file_id = for_case and e.action in ('export', 'print') and cases.sees_case(for_case)
  order by e.at desc limit 200
$$;
alter function cases.api_taken_out(uuid) owner to splot_search;

-- What an institution still knows of a case it no longer sees: when its access ended and why, for its duty to delete.
-- Only for workers who were assigned, or who oversee the institution.
create function cases.api_ended_access(for_case uuid)
returns table (data_class text, article text, consent_id uuid, valid_from timestamptz, valid_to timestamptz, ended_reason text)
language sql stable security definer set search_path = '' as $$
  select g.data_class, b.article, g.consent_id, g.valid_from, g.valid_to, g.ended_reason
  from cases.access_grant g join cases.legal_basis b on b.code = g.basis_code
  where g.case_id = for_case and g.institution_id = kernel.institution() and g.valid_to <= kernel.instant()
    and (kernel.wide() or exists (select from cases.assignment a where a.case_id = for_case and a.worker_id = kernel.worker()))
    and not exists (select from cases.case_lock l where l.worker_id = kernel.worker() and l.case_id = for_case
      and (l.valid_to is null or l.valid_to > kernel.instant()))
  order by g.valid_to desc, length(g.data_class), g.data_class
$$;
alter function cases.api_ended_access(uuid) owner to splot_search;

-- Joint diagnosis.

alter table cases.diagnosis add column content_version int not null default 1;
comment on column cases.diagnosis.content_version is 'Grows with every change of any part, so that an approval belongs to one exact text.';
alter table cases.diagnosis_approval add column content_version int not null;
comment on column cases.diagnosis_approval.content_version is 'What was approved; a later change of the content makes the approval void.';
create unique index diagnosis_draft on cases.diagnosis (case_id) where state = 'draft';
alter table cases.diagnosis_part add column required boolean not null default false;
comment on column cases.diagnosis_part.required is 'The diagnosis cannot be approved before its owner has filled this part. Never a part of class D7 or D8.';
alter table cases.diagnosis_part add constraint required_is_open check (not required or data_class not in ('D7', 'D8'));
create index functional_conclusion_diagnosis on cases.functional_conclusion (diagnosis_id);
create index plan_item_plan on cases.plan_item (plan_id);

-- Only the owner of a part writes it, and never into another domain, class or diagnosis.
create policy owner_only on cases.diagnosis_part as restrictive for update to splot_worker
  using (institution_id = kernel.institution()) with check (institution_id = kernel.institution());
create policy through_start on cases.diagnosis_part as restrictive for insert to splot_worker with check (false);
create policy approve_own_again on cases.diagnosis_approval as restrictive for update to splot_worker
  using (institution_id = kernel.institution()) with check (institution_id = kernel.institution() and worker_id = kernel.worker());

grant select, insert on cases.diagnosis_part to splot_search;
create policy lookup on cases.diagnosis_part for select to splot_search using (true);
create policy start on cases.diagnosis_part for insert to splot_search with check (true);
grant update (content_version) on cases.diagnosis to splot_search;
create policy count on cases.diagnosis for update to splot_search using (true);
grant select on cases.diagnosis_approval to splot_search;
create policy lookup on cases.diagnosis_approval for select to splot_search using (true);

create function cases.keep_part_identity() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.diagnosis_id, new.case_id, new.domain, new.data_class, new.institution_id, new.required)
      is distinct from (old.id, old.diagnosis_id, old.case_id, old.domain, old.data_class, old.institution_id, old.required) then
    raise exception 'a part of the diagnosis keeps its domain, class and owner' using errcode = 'check_violation', constraint = 'part_identity';
  end if;
  return new;
end
$$;
create trigger identity before update on cases.diagnosis_part for each row execute function cases.keep_part_identity();

create function cases.count_diagnosis() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.own_view, new.strengths, new.conclusion, new.meeting_on, new.present)
      is distinct from (old.own_view, old.strengths, old.conclusion, old.meeting_on, old.present) then
    new.content_version := old.content_version + 1;
  end if;
  return new;
end
$$;
create trigger content before update on cases.diagnosis for each row execute function cases.count_diagnosis();

create function cases.count_part() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update cases.diagnosis set content_version = content_version + 1 where id = new.diagnosis_id;
  return null;
end
$$;
alter function cases.count_part() owner to splot_search;
create trigger content after update on cases.diagnosis_part for each row execute function cases.count_part();
create trigger content after insert or update on cases.functional_conclusion for each row execute function cases.count_part();

-- Approved means approved by OPS or CUS and by PUP, both for the very text that is there.
create function cases.check_approval() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state = 'approved' and old.state <> 'approved' and (
    select not (coalesce(bool_or(i.type in ('OPS', 'CUS')), false) and coalesce(bool_or(i.type = 'PUP'), false))
    from cases.diagnosis_approval a join organisations.api_institution i on i.id = a.institution_id
    where a.diagnosis_id = new.id and a.content_version = new.content_version) then
    raise exception 'a diagnosis is approved by OPS or CUS and by PUP' using errcode = 'check_violation', constraint = 'diagnosis_approvals';
  end if;
  return new;
end
$$;
alter function cases.check_approval() owner to splot_search;
create trigger approvals before update on cases.diagnosis for each row execute function cases.check_approval();
create trigger approved before insert or update on cases.diagnosis_approval for each row execute function cases.keep_parts();

-- Opens the parts of a draft, empty or as the last diagnosis left them: content moves from the owner to the same owner
-- and nobody sees it on the way. `parts`: [{id, domain, data_class, institution_id, required}].
create function cases.api_open_parts(for_diagnosis uuid, parts jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  d record;
  made int;
begin
  select id, case_id, number into d from cases.diagnosis where id = for_diagnosis and state = 'draft';
  if not found or not cases.sees_case(d.case_id) or not exists (select from cases.participation p
    where p.case_id = d.case_id and p.institution_id = kernel.institution() and p.role in ('lead', 'co_lead') and (p.valid_to is null or p.valid_to > kernel.instant())) then
    return 0;
  end if;
  insert into cases.diagnosis_part (id, diagnosis_id, case_id, domain, data_class, institution_id, required, scale, note)
  select p.id, d.id, d.case_id, p.domain, p.data_class, p.institution_id, p.required, before.scale, coalesce(before.note, '')
  from jsonb_to_recordset(parts) as p (id uuid, domain text, data_class text, institution_id uuid, required boolean)
  left join lateral (select o.scale, o.note from cases.diagnosis_part o join cases.diagnosis od on od.id = o.diagnosis_id
    where o.case_id = d.case_id and o.domain = p.domain and o.data_class = p.data_class and o.institution_id = p.institution_id and od.number < d.number
    order by od.number desc limit 1) before on true;
  get diagnostics made = row_count;
  return made;
end
$$;
alter function cases.api_open_parts(uuid, jsonb) owner to splot_search;

-- Which parts there are and whether they are filled, without content. Whether a part of class D7 or D8 is filled is
-- itself content: it is told only to those who hold a grant for that class.
create function cases.api_parts(for_diagnosis uuid)
returns table (id uuid, domain text, data_class text, institution_id uuid, institution_name text, institution_type text, required boolean, filled boolean)
language sql stable security definer set search_path = '' as $$
  select p.id, p.domain, p.data_class, p.institution_id, i.short_name, i.type, p.required,
    case when p.data_class not in ('D7', 'D8') or c.person_id = kernel.person()
      or (kernel.scope() @> array[p.data_class] and exists (select from cases.access_grant g
        where g.institution_id = kernel.institution() and g.case_id = p.case_id and g.data_class = p.data_class
          and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()) and kernel.purpose() = any (g.purposes)))
      then p.filled_at is not null end
  from cases.diagnosis_part p
  join cases.shared_case c on c.id = p.case_id
  join organisations.api_institution i on i.id = p.institution_id
  where p.diagnosis_id = for_diagnosis and cases.sees_case(p.case_id)
$$;
alter function cases.api_parts(uuid) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.api_end_grant_list(uuid, uuid[], text)', 'cases.api_taken_out(uuid)', 'cases.api_parts(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker, splot_participant';
  end loop;
  foreach f in array array['cases.api_ended_access(uuid)', 'cases.api_open_parts(uuid, jsonb)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
end
$$;
