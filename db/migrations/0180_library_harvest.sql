-- Module: library. What readers saw and was withdrawn: who harvests the library learns that it is gone, and since when.

create policy harvest on library.version for select to splot_search using (state = 'withdrawn');
create policy harvest on library.document for select to splot_search using (true);

set local role splot_search;
create function library.api_withdrawn() returns table (document_id uuid, kind text, at timestamptz)
language sql stable security definer set search_path = '' as $$
  -- What was withdrawn before its day came has been shown for a millisecond by its range, and to nobody.
  select v.document_id, d.kind, max(upper(v.shown)) from library.version v join library.document d on d.id = v.document_id
  where v.state = 'withdrawn' and upper(v.shown) <= kernel.instant() and upper(v.shown) - lower(v.shown) > interval '1 millisecond'
  group by v.document_id, d.kind
$$;
comment on function library.api_withdrawn() is 'Documents of which a version in some language was withdrawn, and when last. Tells nothing else about them.';
revoke execute on function library.api_withdrawn() from public;
grant execute on function library.api_withdrawn() to splot_worker, splot_participant, splot_public, splot_system;
set local role splot_owner;
