-- Module: library. Advice is written by desks: an adviser who is no editor writes one document, a named second one approves it.

create table library.contributor (
  document_id uuid not null references library.document on delete cascade,
  worker_id uuid not null references organisations.worker on delete cascade,
  approves boolean not null,
  added_at timestamptz not null,
  primary key (document_id, worker_id)
);
comment on table library.contributor is 'Who writes or approves one document of the kind advice without being an editor. Nobody does both: what one wrote in is approved by another.';
create index contributor_worker on library.contributor (worker_id);

set local role splot_search;
-- The documents that the acting worker writes (or approves) without being an editor. Only advisers do. A small set: asked once a statement.
create function library.contributions(approving boolean) returns uuid[] language sql stable security definer set search_path = '' as $$
  select case when organisations.holds(array['adviser']) then (select coalesce(array_agg(c.document_id), '{}') from library.contributor c
    where c.worker_id = kernel.worker() and c.approves = approving) else '{}'::uuid[] end
$$;
create function library.may_invite(document uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select organisations.holds(array['adviser']) and exists (select from library.document d
    where d.id = document and d.kind = 'advice' and d.created_by = kernel.worker())
$$;
revoke execute on function library.contributions(boolean), library.may_invite(uuid) from public;
grant execute on function library.contributions(boolean), library.may_invite(uuid) to splot_worker;
set local role splot_owner;

alter table library.contributor enable row level security;
alter table library.contributor force row level security;
create policy work on library.contributor to splot_system using (true) with check (true);
create policy doors on library.contributor for select to splot_search using (true);
create policy own on library.contributor for select to splot_worker using (worker_id = kernel.worker() or (select organisations.edits()) or document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy invite on library.contributor for insert to splot_worker with check (library.may_invite(document_id) or document_id = any (coalesce((select library.contributions(false)), '{}')));
grant select, insert on library.contributor to splot_worker;
grant select on library.contributor to splot_search;
grant select, insert, update, delete on library.contributor to splot_system;

create policy contribute on library.document for insert to splot_worker
  with check (kind = 'advice' and parent_id is null and created_by = kernel.worker() and published_at is null and (select organisations.holds(array['adviser'])));
create policy contributed on library.document for select to splot_worker
  using (kind = 'advice' and (id = any (coalesce((select library.contributions(true)), '{}')) or id = any (coalesce((select library.contributions(false)), '{}'))));
-- Approving makes it public; nothing else of the document changes.
create policy approve on library.document for update to splot_worker
  using (kind = 'advice' and (id = any (coalesce((select library.contributions(true)), '{}')) or id = any (coalesce((select library.contributions(false)), '{}')))) with check (kind = 'advice' and id = any (coalesce((select library.contributions(true)), '{}')));

create policy contribute on library.version for insert to splot_worker
  with check (state = 'draft' and kernel.worker() = any (authors) and document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy contributed on library.version for select to splot_worker
  using (document_id = any (coalesce((select library.contributions(true)), '{}')) or document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy contribute_again on library.version for update to splot_worker
  using (state in ('draft', 'proposed') and document_id = any (coalesce((select library.contributions(false)), '{}'))) with check (state in ('draft', 'proposed') and document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy approve on library.version for update to splot_worker
  using (state in ('proposed', 'published') and document_id = any (coalesce((select library.contributions(true)), '{}')))
  with check (document_id = any (coalesce((select library.contributions(true)), '{}')) and (state = 'draft' or state in ('published', 'withdrawn') and (published_by = kernel.worker() or upper(shown) is not null)));
create policy contribute on library.document_theme for insert to splot_worker with check (document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy contribute on library.document_act for insert to splot_worker with check (document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy contribute_take on library.document_theme for delete to splot_worker using (document_id = any (coalesce((select library.contributions(false)), '{}')));
create policy contribute_take on library.document_act for delete to splot_worker using (document_id = any (coalesce((select library.contributions(false)), '{}')));

-- The words of a version are its authors': whoever approves without being an editor changes none.
create function library.keep_approved() returns trigger language plpgsql set search_path = '' as $$
begin
  -- On its own: rights to the functions below are asked for with the whole condition, and only workers have them.
  if current_user <> 'splot_worker' then return new; end if;
  if not organisations.edits() and old.document_id = any (coalesce((select library.contributions(true)), '{}'))
    and (new.title, new.lead, new.body, new.facts, new.legal_state_on, new.review_by, new.authors)
      is distinct from (old.title, old.lead, old.body, old.facts, old.legal_state_on, old.review_by, old.authors) then
    raise exception 'library.version: whoever approves changes no word' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_approved before update on library.version for each row execute function library.keep_approved();
