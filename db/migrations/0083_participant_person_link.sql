-- Module: participant. When two records of a person become one, their window follows; who looked is read under both.

grant update (person_id) on participant.invitation, participant.access to splot_search;
grant select (id, owner_person), update (owner_person) on kernel.file to splot_search;
create policy follow on kernel.file for select to splot_search using (owner_person is not null);
create policy follow_change on kernel.file for update to splot_search using (owner_person is not null) with check (owner_person is not null);
grant select (file_id, person_id), update (person_id) on kernel.file_access to splot_search;
create policy follow on kernel.file_access for select to splot_search using (person_id is not null);
create policy follow_change on kernel.file_access for update to splot_search using (person_id is not null) with check (person_id is not null);

set local role splot_search;
-- Window, invitations and files of a record, to the one it became part of; what followed, by id. A person has one window:
-- where both had one, that of the surviving record stays open.
create function participant.move_person(from_record uuid, to_record uuid) returns jsonb language plpgsql volatile security definer set search_path = '' as $$
declare
  closed uuid[];
  windows uuid[];
  invitations uuid[];
  files uuid[];
  shared uuid[];
begin
  with c as (update participant.access x set ended_at = kernel.instant() where x.person_id = from_record and x.ended_at is null
    and exists (select from participant.access y where y.person_id = to_record and y.ended_at is null) returning x.id)
  select array_agg(c.id) into closed from c;
  with m as (update participant.access x set person_id = to_record where x.person_id = from_record returning x.id)
  select array_agg(m.id) into windows from m;
  with m as (update participant.invitation x set person_id = to_record where x.person_id = from_record returning x.id)
  select array_agg(m.id) into invitations from m;
  with m as (update kernel.file x set owner_person = to_record where x.owner_person = from_record returning x.id)
  select array_agg(m.id) into files from m;
  with m as (update kernel.file_access x set person_id = to_record where x.person_id = from_record
    and not exists (select from kernel.file_access y where y.file_id = x.file_id and y.person_id = to_record) returning x.file_id)
  select array_agg(m.file_id) into shared from m;
  return jsonb_build_object('from', from_record, 'to', to_record, 'closed', coalesce(to_jsonb(closed), '[]'), 'windows', coalesce(to_jsonb(windows), '[]'),
    'invitations', coalesce(to_jsonb(invitations), '[]'), 'files', coalesce(to_jsonb(files), '[]'), 'shared', coalesce(to_jsonb(shared), '[]'));
end
$$;
create function participant.move_person_back(moved jsonb, to_record uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  update participant.access x set person_id = to_record where x.id in (select e::uuid from jsonb_array_elements_text(moved -> 'windows') e);
  update participant.access x set ended_at = null where x.id in (select e::uuid from jsonb_array_elements_text(moved -> 'closed') e)
    and not exists (select from participant.access y where y.person_id = to_record and y.ended_at is null);
  update participant.invitation x set person_id = to_record where x.id in (select e::uuid from jsonb_array_elements_text(moved -> 'invitations') e);
  update kernel.file x set owner_person = to_record where x.id in (select e::uuid from jsonb_array_elements_text(moved -> 'files') e);
  update kernel.file_access x set person_id = to_record where x.person_id = (moved ->> 'to')::uuid
    and x.file_id in (select e::uuid from jsonb_array_elements_text(moved -> 'shared') e);
end
$$;
revoke execute on function participant.move_person(uuid, uuid), participant.move_person_back(jsonb, uuid) from public;

create or replace function participant.api_viewers() returns table (worker_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select w.id, w.name from organisations.api_worker w where w.id in (
    select e.worker_id from audit.entry e where e.subject_id = any (array(select cases.own_records())) and e.actor_kind = 'worker')
$$;
set local role splot_owner;

create trigger not_absorbed before insert on participant.invitation for each row execute function cases.refuse_absorbed();
create trigger not_absorbed before insert on participant.access for each row execute function cases.refuse_absorbed();

create policy read_linked on audit.entry for select to splot_participant using (subject_id = any (array(select cases.own_records())));
create policy own_linked on audit.entry for select to splot_search using (subject_id = any (array(select cases.own_records())));
create or replace view participant.access_log with (security_invoker = true) as
  select e.id, e.at, (e.at at time zone 'Europe/Warsaw')::date as day, e.action, e.object_type, e.worker_id, e.institution_id,
    e.classes, e.purpose
  from audit.entry e where e.actor_kind = 'worker' and e.subject_id = any (array(select cases.own_records()));
