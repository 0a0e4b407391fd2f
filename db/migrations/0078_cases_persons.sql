-- Module: cases. Stand-ins from the hour an absence is entered to its end; erasure of all that a person left outside the case.

set local role splot_search;
-- Whoever stands in for somebody who is away today is let into their cases until the absence ends; whoever stood in for
-- somebody who is back is let out. For one worker, or for everybody.
create function cases.stand_in(for_worker uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  n int;
begin
  update cases.assignment s set valid_to = kernel.instant()
  where s.role = 'stand_in' and s.stands_in_for is not null and (for_worker is null or s.stands_in_for = for_worker)
    and (s.valid_to is null or s.valid_to > kernel.instant())
    and not exists (select from organisations.api_absence b where b.worker_id = s.stands_in_for and b.stand_in_id = s.worker_id
      and kernel.today() between b.from_on and b.to_on);
  insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from, valid_to, stands_in_for)
  select gen_random_uuid(), a.case_id, a.institution_id, b.stand_in_id, 'stand_in', kernel.instant(),
    (b.to_on + 1)::timestamp at time zone 'Europe/Warsaw', a.worker_id
  from organisations.api_absence b
  join cases.assignment a on a.worker_id = b.worker_id and a.role <> 'stand_in' and (a.valid_to is null or a.valid_to > kernel.instant())
  join cases.shared_case c on c.id = a.case_id and c.state not in ('archived', 'rejected', 'withdrawn', 'erased')
  where kernel.today() between b.from_on and b.to_on and (for_worker is null or b.worker_id = for_worker)
    and not exists (select from cases.assignment s where s.case_id = a.case_id and s.worker_id = b.stand_in_id and (s.valid_to is null or s.valid_to > kernel.instant()))
    and not exists (select from cases.case_lock l where l.case_id = a.case_id and l.worker_id = b.stand_in_id and (l.valid_to is null or l.valid_to > kernel.instant()));
  get diagnostics n = row_count;
  return n;
end
$$;
create or replace function cases.api_stand_in() returns int language sql volatile security definer set search_path = '' as $$
  select cases.stand_in(null)
$$;
-- The same at once, by whoever runs the institution of the worker: an absence that begins today begins now.
create function cases.api_stand_in_for(for_worker uuid) returns int language sql volatile security definer set search_path = '' as $$
  select cases.stand_in(for_worker) where cases.holds_function(array['head', 'institution_admin'])
    and exists (select from organisations.worker w where w.id = for_worker and w.institution_id = kernel.institution())
$$;
revoke execute on function cases.stand_in(uuid), cases.api_stand_in(), cases.api_stand_in_for(uuid) from public;
grant execute on function cases.api_stand_in() to splot_system;
grant execute on function cases.api_stand_in_for(uuid) to splot_worker;
set local role splot_owner;

-- Erasure reaches what a person left outside the case: the window, its messages, files they sent in, mail to them. As in
-- the case itself the job may delete what belongs to an erased case or person, and sees nothing else.
grant usage on schema participant to splot_system;
do $$
declare t text;
begin
  foreach t in array array['message', 'confirmation'] loop
    execute format('create policy erase on participant.%1$I for delete to splot_system using (exists (select from cases.shared_case c where c.id = %1$I.case_id and c.state = ''erased''))', t);
    execute format('create policy erase_find on participant.%1$I for select to splot_system using (exists (select from cases.shared_case c where c.id = %1$I.case_id and c.state = ''erased''))', t);
    execute format('grant select (case_id), delete on participant.%I to splot_system', t);
  end loop;
  foreach t in array array['invitation', 'access'] loop
    execute format('create policy erase on participant.%1$I for delete to splot_system using (exists (select from cases.person p where p.id = %1$I.person_id and p.erased_at is not null))', t);
    execute format('create policy erase_find on participant.%1$I for select to splot_system using (exists (select from cases.person p where p.id = %1$I.person_id and p.erased_at is not null))', t);
    execute format('grant select (person_id), delete on participant.%I to splot_system', t);
  end loop;
end
$$;
grant select (account_id) on participant.access to splot_system;
grant select (email) on participant.invitation to splot_system;
create policy erase on kernel.file for delete to splot_system using (exists (select from cases.person p where p.id = owner_person and p.erased_at is not null));
grant select (owner_person), delete on kernel.file to splot_system;
create policy erase on kernel.file_access for delete to splot_system using (exists (select from cases.person p where p.id = person_id and p.erased_at is not null));
create policy erase_find on kernel.file_access for select to splot_system using (exists (select from cases.person p where p.id = person_id and p.erased_at is not null));
grant select (person_id), delete on kernel.file_access to splot_system;
create policy erase on kernel.mail for delete to splot_system using (exists (select from participant.invitation i where i.email = to_address));
grant delete on kernel.mail to splot_system;

set local role splot_search;
-- Of these accounts, those that open nothing any more: neither a window nor a place of work.
create function cases.api_orphan_accounts(accounts uuid[]) returns table (account_id uuid) language sql stable security definer set search_path = '' as $$
  select a from unnest(accounts) a
  where not exists (select from participant.access x where x.account_id = a) and not exists (select from organisations.worker w where w.account_id = a)
$$;
revoke execute on function cases.api_orphan_accounts(uuid[]) from public;
grant execute on function cases.api_orphan_accounts(uuid[]) to splot_system;
set local role splot_owner;
