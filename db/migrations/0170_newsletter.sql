-- Module: newsletter. Letters about what is new. An address is personal data: nobody but the system reads it.

create schema newsletter authorization splot_owner;
grant usage on schema newsletter to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema newsletter to splot_search;
comment on schema newsletter is 'Who gets letters about what is new on the site, and about which subjects and where.';

create table newsletter.subscriber (
  id uuid primary key,
  email text not null check (length(email) <= 254),
  lang text not null check (lang in ('pl', 'en')),
  cadence text not null check (cadence in ('weekly', 'monthly')),
  themes text[] not null default '{}' check (cardinality(themes) <= 30),
  region text not null default '' check (region ~ '^(\d{2}|\d{4})?$'),
  source_hash text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  run_at timestamptz not null,
  sent_at timestamptz,
  returned int not null default 0
);
comment on table newsletter.subscriber is 'Who asked for the letter. Personal data: read by the system alone; emptied at once when the person leaves and gone the next morning, a week after it was not confirmed, and after three returned letters.';
comment on column newsletter.subscriber.themes is 'Codes of library.theme; none is all.';
comment on column newsletter.subscriber.region is 'Two digits of TERYT: a voivodeship, four: a county; empty is the whole country. For events alone.';
comment on column newsletter.subscriber.source_hash is 'Hash of the network address and the day it came from, for the limit of a day only; emptied when confirmed.';
comment on column newsletter.subscriber.run_at is 'What was published until then has been told.';
comment on column newsletter.subscriber.sent_at is 'When the last letter left; null before the first.';
comment on column newsletter.subscriber.returned is 'Letters that a mail server refused for good.';
create index subscriber_email on newsletter.subscriber (email, created_at);
create index subscriber_source on newsletter.subscriber (source_hash, created_at);
create index subscriber_due on newsletter.subscriber (run_at) where confirmed_at is not null;

create table newsletter.token (
  hash text primary key,
  subscriber_id uuid not null references newsletter.subscriber on delete cascade,
  kind text not null check (kind in ('confirm', 'leave')),
  created_at timestamptz not null
);
comment on table newsletter.token is 'Hashes of the links in letters; the links themselves stand in the letters alone. Personal data.';
create index token_subscriber on newsletter.token (subscriber_id);

do $$
declare t text;
begin
  foreach t in array array['subscriber', 'token'] loop
    execute format('alter table newsletter.%I enable row level security', t);
    execute format('alter table newsletter.%I force row level security', t);
    execute format('create policy work on newsletter.%I to splot_system using (true) with check (true)', t);
    execute format('create policy look on newsletter.%I for select to splot_search using (true)', t);
    execute format('grant select, insert, update, delete on newsletter.%I to splot_system', t);
    execute format('grant select on newsletter.%I to splot_search', t);
  end loop;
end
$$;
create policy ask on newsletter.subscriber for insert to splot_search with check (true);
create policy answer on newsletter.subscriber for update to splot_search using (true) with check (true);
grant insert, update on newsletter.subscriber to splot_search;

set local role splot_search;

-- Takes the wish, not confirmed yet. Does nothing above three an address and ten a source a day, and says nothing about it.
create function newsletter.subscribe(id uuid, address text, language text, every text, subjects text[], place text, source text) returns void
language sql security definer set search_path = '' as $$
  insert into newsletter.subscriber (id, email, lang, cadence, themes, region, source_hash, created_at, run_at)
  select subscribe.id, subscribe.address, subscribe.language, subscribe.every, subscribe.subjects, subscribe.place, subscribe.source,
    kernel.instant(), kernel.instant()
  where (select count(*) from newsletter.subscriber s where s.email = subscribe.address and s.created_at > kernel.instant() - interval '1 day') < 3
    and (select count(*) from newsletter.subscriber s where s.source_hash = subscribe.source and s.created_at > kernel.instant() - interval '1 day') < 10
$$;

-- What a link is about; never whose.
create function newsletter.asked(token_hash text) returns table (cadence text, themes text[], region text, kind text, confirmed boolean)
language sql stable security definer set search_path = '' as $$
  select s.cadence, s.themes, s.region, t.kind, s.confirmed_at is not null
  from newsletter.token t join newsletter.subscriber s on s.id = t.subscriber_id
  where t.hash = token_hash and s.email <> '' and (t.kind = 'leave' or t.created_at > kernel.instant() - interval '7 days')
$$;

-- The newest confirmed wish of an address is the only one: signing up again is how one chooses anew.
create function newsletter.confirm(token_hash text) returns void
language plpgsql security definer set search_path = '' as $$
declare s newsletter.subscriber;
begin
  update newsletter.subscriber n set confirmed_at = kernel.instant(), run_at = kernel.instant(), source_hash = ''
  from newsletter.token t where t.subscriber_id = n.id and t.hash = token_hash and t.kind = 'confirm'
    and t.created_at > kernel.instant() - interval '7 days' and n.confirmed_at is null and n.email <> ''
  returning n.* into s;
  if found then
    update newsletter.subscriber o set email = '', confirmed_at = null, themes = '{}', region = '', source_hash = ''
    where o.email = s.email and o.id <> s.id;
  end if;
end
$$;

-- The address and what was chosen are gone at once, the empty row in the morning.
create function newsletter.leave(token_hash text) returns void
language sql security definer set search_path = '' as $$
  update newsletter.subscriber s set email = '', confirmed_at = null, themes = '{}', region = '', source_hash = ''
  from newsletter.token t where t.subscriber_id = s.id and t.hash = token_hash and t.kind = 'leave'
$$;

revoke execute on function newsletter.subscribe(uuid, text, text, text, text[], text, text), newsletter.asked(text), newsletter.confirm(text), newsletter.leave(text) from public;
grant execute on function newsletter.subscribe(uuid, text, text, text, text[], text, text), newsletter.asked(text), newsletter.confirm(text), newsletter.leave(text)
  to splot_public, splot_worker, splot_participant;

set local role splot_owner;
