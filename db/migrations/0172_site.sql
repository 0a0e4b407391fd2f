-- Module: site. Telephones for a crisis, and how many letters came from one place today.

create schema site authorization splot_owner;
grant usage on schema site to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema site to splot_search;
comment on schema site is 'What the pages around the modules need.';

create table site.help_line (
  number text primary key check (number ~ '^[0-9 ]+$'),
  name_pl text not null,
  name_en text not null,
  name_uk text not null,
  position int not null,
  valid_from date not null,
  valid_to date,
  source text not null
);
comment on table site.help_line is 'Telephones shown to whoever writes of a danger or a crisis. Public data, with the source.';
comment on column site.help_line.valid_from is 'From when it is shown here.';
insert into site.help_line values
  ('112', 'Numer alarmowy, gdy zagrożone jest życie lub zdrowie', 'Emergency number, when life or health is in danger',
    'Екстрений номер, коли є загроза життю чи здоров’ю', 10, '2026-01-01', null, 'Directive (EU) 2018/1972, art. 109'),
  ('116 123', 'Telefon zaufania dla dorosłych w kryzysie emocjonalnym', 'Helpline for adults in an emotional crisis',
    'Телефон довіри для дорослих в емоційній кризі', 20, '2026-01-01', null, 'Commission Decision 2009/884/EC; https://116sos.pl'),
  ('800 70 2222', 'Centrum Wsparcia dla osób dorosłych w kryzysie psychicznym', 'Support Centre for adults in a mental crisis',
    'Центр підтримки для дорослих у психічній кризі', 30, '2026-01-01', null, 'https://centrumwsparcia.pl');

create table site.sent (
  id uuid primary key,
  source_hash text not null,
  sent_at timestamptz not null
);
comment on table site.sent is 'That a letter was written in the contact form, never what or by whom: counts a day of one place. Gone after a day.';
comment on column site.sent.source_hash is 'Hash of the network address and the day.';
create index sent_source on site.sent (source_hash, sent_at);

alter table site.help_line enable row level security;
alter table site.help_line force row level security;
create policy everybody on site.help_line for select using (true);
grant select on site.help_line to splot_worker, splot_participant, splot_public, splot_system;
alter table site.sent enable row level security;
alter table site.sent force row level security;
create policy look on site.sent for select to splot_search using (true);
create policy count on site.sent for insert to splot_search with check (true);
create policy work on site.sent to splot_system using (true) with check (true);
grant select, insert on site.sent to splot_search;
grant select, delete on site.sent to splot_system;

set local role splot_search;

-- Counts a letter from a place; false above five a day.
create function site.may_send(id uuid, source text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from site.sent s where s.source_hash = may_send.source and s.sent_at > kernel.instant() - interval '1 day') >= 5 then
    return false;
  end if;
  insert into site.sent (id, source_hash, sent_at) values (may_send.id, may_send.source, kernel.instant());
  return true;
end
$$;
revoke execute on function site.may_send(uuid, text) from public;
grant execute on function site.may_send(uuid, text) to splot_public, splot_worker, splot_participant;

set local role splot_owner;
