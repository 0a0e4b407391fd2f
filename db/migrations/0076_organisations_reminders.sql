-- Module: organisations. Authorisations that end soon: told to whoever runs the institution, a month and a week before.

alter table organisations.authorisation add column reminded_days int check (reminded_days in (30, 7));
comment on column organisations.authorisation.reminded_days is 'The last reminder sent: so many days before the end. A job done twice, or late, reminds once.';
grant update (reminded_days) on organisations.authorisation to splot_search;
create policy note_reminder on organisations.authorisation for update to splot_search using (true) with check (true);

set local role splot_search;
-- Takes what is due and says whom to write to: one row an address, with how many end at once within how many days. What
-- a later authorisation follows needs no reminder, nor does that of a worker who leaves before.
create function organisations.api_ending_authorisations() returns table (email text, within_days int, how_many int)
language plpgsql security definer set search_path = '' as $$
begin
  return query with due as (
    update organisations.authorisation a set reminded_days = case when a.valid_to - kernel.today() <= 7 then 7 else 30 end
    where a.valid_to between kernel.today() and kernel.today() + 30 and a.revoked_on is null
      and (a.reminded_days is null or (a.reminded_days = 30 and a.valid_to - kernel.today() <= 7))
      and exists (select from organisations.worker w where w.id = a.worker_id and (w.employed_to is null or w.employed_to > a.valid_to))
      and not exists (select from organisations.authorisation b where b.worker_id = a.worker_id and b.revoked_on is null and b.valid_to > a.valid_to)
    returning a.institution_id, a.reminded_days)
  select w.email, d.reminded_days, count(*)::int from due d
  join organisations.worker w on w.institution_id = d.institution_id and (w.employed_to is null or w.employed_to >= kernel.today())
  where exists (select from organisations.worker_function f where f.worker_id = w.id and f.function in ('head', 'institution_admin')
    and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
  group by w.email, d.reminded_days order by w.email, d.reminded_days;
end
$$;
revoke execute on function organisations.api_ending_authorisations() from public;
grant execute on function organisations.api_ending_authorisations() to splot_system;
set local role splot_owner;
