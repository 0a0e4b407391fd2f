-- Module: participant. Whether a worker is, in another role, the very person: asked before a way around everyday rights.

set local role splot_search;
create function participant.api_is_own(of_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from participant.access a join organisations.worker w on w.account_id = a.account_id
    where w.id = kernel.worker() and a.person_id = of_person and a.ended_at is null)
$$;
revoke execute on function participant.api_is_own(uuid) from public;
set local role splot_owner;
