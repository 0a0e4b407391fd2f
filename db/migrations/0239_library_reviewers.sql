-- Module: library. Whoever approves a contribution may also write its next version; nobody approves their own words.

set local role splot_search;
-- The documents that the acting worker has a hand in without being an editor; `approving`: those they may approve.
create or replace function library.contributions(approving boolean) returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when organisations.holds(array['adviser']) then (select coalesce(array_agg(c.document_id), '{}') from library.contributor c
    where c.worker_id = kernel.worker() and (c.approves or not approving)) else '{}'::uuid[] end
$$;
set local role splot_owner;

comment on table library.contributor is 'Who writes one document of the kind advice without being an editor; `approves`: they may also approve a version, one they did not write in.';

-- The authors of a version only grow, and whoever changes its words is one, so the check of `published_by` is four eyes.
create or replace function library.keep_approved() returns trigger language plpgsql set search_path = '' as $$
begin
  -- On its own: rights to the functions below are asked for with the whole condition, and only workers have them.
  if current_user <> 'splot_worker' then return new; end if;
  if organisations.edits() then return new; end if;
  if not old.authors <@ new.authors then
    raise exception 'library.version: an author stays one' using errcode = '42501';
  end if;
  if (new.title, new.lead, new.body, new.facts, new.legal_state_on, new.review_by)
      is distinct from (old.title, old.lead, old.body, old.facts, old.legal_state_on, old.review_by)
    and (new.state not in ('draft', 'proposed') or not kernel.worker() = any (new.authors)) then
    raise exception 'library.version: whoever approves changes no word' using errcode = '42501';
  end if;
  return new;
end
$$;
