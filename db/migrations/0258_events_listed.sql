-- Module: events. Lists are found in the index alone: an event carries its text, so reading twenty thousand takes long.

drop index events.event_last;
create index event_last on events.event (last_at, id) include (first_at, kind, mode, county_code) where state <> 'draft';
create index event_changed on events.event (updated_at desc, id) include (county_code) where state <> 'draft';

-- Words are not leakproof, so row-level security keeps their index from whoever asks; this door gives ids of public events alone.
set local role splot_search;
create function events.answers(question tsquery) returns table (id uuid)
language sql stable security definer set search_path = '' as $$
  select e.id from events.event e where e.state <> 'draft' and e.words @@ question
$$;
comment on function events.answers is 'Gives ids of what everybody may read, and nothing else of it.';
revoke execute on function events.answers from public;
grant execute on function events.answers to splot_worker, splot_participant, splot_public;
set local role splot_owner;
