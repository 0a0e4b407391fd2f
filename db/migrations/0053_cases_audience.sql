-- Module: cases. The audience of a case is recomputed once a statement, not once a row: a case opens with ten grants.

create function cases.refresh_audience(touched uuid[]) returns void language sql security definer set search_path = '' as $$
  update cases.shared_case set audience = (
    select coalesce(array_agg(distinct member order by member), '{}') from (
      select g.institution_id as member from cases.access_grant g
      where g.case_id = shared_case.id and g.data_class = 'D1' and g.ended_reason is null
      union all
      select a.worker_id from cases.assignment a
      where a.case_id = shared_case.id and (a.valid_to is null or a.valid_to > kernel.instant())
    ) members)
  where id = any (touched)
$$;
alter function cases.refresh_audience(uuid[]) owner to splot_search;
revoke execute on function cases.refresh_audience(uuid[]) from public;

-- Its owner is the search role, whose rights it needs.
set local role splot_search;
create or replace function cases.keep_audience() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.refresh_audience(array(select distinct case_id from changed));
  return null;
end
$$;
set local role splot_owner;

drop trigger audience on cases.access_grant;
drop trigger audience on cases.assignment;
create trigger audience_added after insert on cases.access_grant referencing new table as changed for each statement execute function cases.keep_audience();
create trigger audience_changed after update on cases.access_grant referencing new table as changed for each statement execute function cases.keep_audience();
create trigger audience_added after insert on cases.assignment referencing new table as changed for each statement execute function cases.keep_audience();
create trigger audience_changed after update on cases.assignment referencing new table as changed for each statement execute function cases.keep_audience();
