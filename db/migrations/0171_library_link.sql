-- Module: library. Links in what readers see, and what became of them.

create table library.link (
  id uuid primary key,
  url text not null unique check (length(url) <= 2000),
  host text not null,
  outcome text check (outcome in ('well', 'moved', 'gone', 'silent', 'closed')),
  status int,
  moved_to text check (length(moved_to) <= 2000),
  failures int not null default 0,
  checked_at timestamptz
);
comment on table library.link is 'Addresses that shown texts lead to, each asked once a week. Public data.';
comment on column library.link.host is 'Empty for an address of this site.';
comment on column library.link.outcome is 'gone: the server says there is nothing; silent: no answer or an error of the server; closed: an address that must not be asked. Null before it was asked.';
comment on column library.link.failures is 'How many times in a row it did not answer well: one silence is no news.';
create index link_due on library.link (host, checked_at);

create table library.link_use (
  link_id uuid not null references library.link on delete cascade,
  document_id uuid not null references library.document on delete cascade,
  lang text not null,
  seen_at timestamptz not null,
  primary key (link_id, document_id, lang)
);
comment on table library.link_use is 'In which texts a link stands. Public data.';
comment on column library.link_use.seen_at is 'The last time the texts were read through for links; what an older reading found is gone from the text.';
create index link_use_document on library.link_use (document_id);

do $$
declare t text;
begin
  foreach t in array array['link', 'link_use'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy work on library.%I to splot_system using (true) with check (true)', t);
    execute format('create policy editors on library.%I for select to splot_worker using ((select organisations.edits()))', t);
    execute format('grant select on library.%I to splot_worker', t);
    execute format('grant select, insert, update, delete on library.%I to splot_system', t);
  end loop;
end
$$;
