-- Module: directory. Searches that send mail about what is new. An address is personal data: nobody but the system reads it.

create table directory.saved_search (
  id uuid primary key,
  email text not null check (length(email) <= 254),
  parameters text not null check (length(parameters) <= 2000),
  lang text not null check (lang in ('pl', 'en')),
  cadence text not null check (cadence in ('daily', 'weekly')),
  source_hash text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  run_at timestamptz not null
);
comment on table directory.saved_search is 'Who wants mail about new results of a search. Personal data: read by the system alone; gone when the person leaves, or a week after it was not confirmed.';
comment on column directory.saved_search.source_hash is 'Hash of the network address and the day it came from, for the limit of a day only.';
create index saved_search_email on directory.saved_search (email, created_at);
create index saved_search_source on directory.saved_search (source_hash, created_at);
create index saved_search_due on directory.saved_search (run_at);

create table directory.saved_token (
  hash text primary key,
  saved_search_id uuid not null references directory.saved_search on delete cascade,
  kind text not null check (kind in ('confirm', 'leave')),
  created_at timestamptz not null
);
comment on table directory.saved_token is 'Hashes of the links in mails about a saved search; the links themselves stand in the mails alone. Personal data.';
create index saved_token_search on directory.saved_token (saved_search_id);

alter table directory.saved_search enable row level security;
alter table directory.saved_search force row level security;
alter table directory.saved_token enable row level security;
alter table directory.saved_token force row level security;
create policy work on directory.saved_search to splot_system using (true) with check (true);
create policy work on directory.saved_token to splot_system using (true) with check (true);
create policy ask on directory.saved_search for insert to splot_search with check (true);
create policy look on directory.saved_search for select to splot_search using (true);
create policy answer on directory.saved_search for update to splot_search using (true) with check (true);
create policy look on directory.saved_token for select to splot_search using (true);
grant select, insert, update, delete on directory.saved_search, directory.saved_token to splot_system;
grant select, insert, update on directory.saved_search to splot_search;
grant select on directory.saved_token to splot_search;

set local role splot_search;

-- Asks for mail. Does nothing above three an address and ten a source a day, and says nothing about it.
create function directory.follow(id uuid, address text, search text, language text, every text, source text) returns void
language sql security definer set search_path = '' as $$
  insert into directory.saved_search (id, email, parameters, lang, cadence, source_hash, created_at, run_at)
  select follow.id, follow.address, follow.search, follow.language, follow.every, follow.source, kernel.instant(), kernel.instant()
  where (select count(*) from directory.saved_search s where s.email = follow.address and s.created_at > kernel.instant() - interval '1 day') < 3
    and (select count(*) from directory.saved_search s where s.source_hash = follow.source and s.created_at > kernel.instant() - interval '1 day') < 10
$$;

-- What a link is about; never whose.
create function directory.followed(token_hash text) returns table (parameters text, cadence text, kind text, confirmed boolean)
language sql stable security definer set search_path = '' as $$
  select s.parameters, s.cadence, t.kind, s.confirmed_at is not null
  from directory.saved_token t join directory.saved_search s on s.id = t.saved_search_id where t.hash = token_hash and s.email <> ''
$$;

create function directory.follow_confirmed(token_hash text) returns void
language sql security definer set search_path = '' as $$
  update directory.saved_search s set confirmed_at = coalesce(s.confirmed_at, kernel.instant()), run_at = kernel.instant()
  from directory.saved_token t where t.saved_search_id = s.id and t.hash = token_hash and t.kind = 'confirm' and s.confirmed_at is null and s.email <> ''
$$;

-- The address is forgotten at once; the row goes with those nobody confirmed.
create function directory.unfollow(token_hash text) returns void
language sql security definer set search_path = '' as $$
  update directory.saved_search s set email = '', confirmed_at = null
  from directory.saved_token t where t.saved_search_id = s.id and t.hash = token_hash and t.kind = 'leave'
$$;

revoke execute on function directory.follow(uuid, text, text, text, text, text), directory.followed(text), directory.follow_confirmed(text), directory.unfollow(text) from public;
grant execute on function directory.follow(uuid, text, text, text, text, text), directory.followed(text), directory.follow_confirmed(text), directory.unfollow(text)
  to splot_public, splot_worker, splot_participant;

set local role splot_owner;
