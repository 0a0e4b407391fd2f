-- Module: library. What is published: pages, news, publications with chapters, practices, models, pilots, results.

create schema library authorization splot_owner;
grant usage on schema library to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema library to splot_search;
comment on schema library is 'What is published for everybody: pages, news, guides, standards, good practices, models, pilots, results.';

create table library.theme (
  code text primary key check (code ~ '^[a-z0-9_]+$'),
  name_pl text not null,
  name_en text not null,
  position int not null default 0
);
comment on table library.theme is 'Subjects by which everything published is found. Public data.';
insert into library.theme values
  ('basics', 'Pierwsze kroki', 'First steps', 10),
  ('cooperatives', 'Spółdzielnie socjalne', 'Social cooperatives', 20),
  ('enterprises', 'Przedsiębiorstwa społeczne', 'Social enterprises', 30),
  ('reintegration', 'Reintegracja: CIS, KIS, WTZ, ZAZ', 'Reintegration: CIS, KIS, WTZ, ZAZ', 40),
  ('shared_case', 'Wspólna sprawa i plan', 'The shared case and the plan', 50),
  ('partnership', 'Partnerstwo lokalne', 'Local partnership', 60),
  ('procurement', 'Zamówienia społeczne', 'Social procurement', 70),
  ('public_utility', 'Usługi użyteczności publicznej', 'Public-utility services', 80),
  ('money', 'Finansowanie', 'Money', 90),
  ('work', 'Praca i pracodawcy', 'Work and employers', 100),
  ('rights', 'Prawa osoby', 'Rights of the person', 110),
  ('evidence', 'Badania i wyniki', 'Research and results', 120);

create table library.act (
  code text primary key check (code ~ '^[a-z0-9_]+$'),
  name_pl text not null,
  name_en text not null,
  short_pl text not null,
  journal text not null,
  url text check (url ~ '^https://'),
  changed_on date,
  changed_note text not null default '',
  source text not null,
  row_version int not null default 1
);
comment on table library.act is 'Acts of law on which publications rest. When an act changes, editors set changed_on, and what rests on an older legal state is due for review. Public data.';

create table library.document (
  id uuid primary key,
  kind text not null check (kind in ('page', 'news', 'commentary', 'advice', 'publication', 'chapter', 'practice', 'model', 'pilot', 'result')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  parent_id uuid references library.document on delete restrict,
  position int not null default 0,
  comments text not null default 'after' check (comments in ('off', 'before', 'after')),
  tags text[] not null default '{}' check (cardinality(tags) <= 20),
  image_id uuid references kernel.file on delete set null,
  image_licence text not null default '',
  published_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null,
  row_version int not null default 1,
  check (kind <> 'chapter' or parent_id is not null),
  unique nulls not distinct (parent_id, slug)
);
comment on table library.document is 'One thing that is published, whatever its kind; its words are in versions, one line of versions a language. Public data.';
comment on column library.document.parent_id is 'The publication of a chapter, the series of a publication, the model of a pilot.';
comment on column library.document.published_at is 'From when readers find it: the beginning of its first version; null before, and when every version is withdrawn.';
comment on column library.document.comments is 'Whether readers may comment, and whether comments are looked at before they show or after.';
create index document_parent on library.document (parent_id, position);
create index document_kind on library.document (kind, published_at desc, id) where published_at is not null;
create index document_published on library.document (published_at desc, id) where published_at is not null;
create index document_tags on library.document using gin (tags);
create index document_image on library.document (image_id);
create index document_author on library.document (created_by);

create table library.version (
  id uuid primary key,
  document_id uuid not null references library.document on delete cascade,
  lang text not null check (lang ~ '^[a-z]{2}$'),
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  lead text not null default '' check (length(lead) <= 1000),
  body text not null default '' check (length(body) <= 400000),
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object' and octet_length(facts::text) <= 200000),
  image_alt text not null default '' check (length(image_alt) <= 300),
  legal_state_on date,
  review_by date,
  change_note text not null default '' check (length(change_note) <= 500),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'published', 'withdrawn')),
  shown tstzrange check (shown is null or not isempty(shown)),
  words tsvector,
  author_id uuid references organisations.worker on delete set null,
  authors uuid[] not null default '{}',
  returned_note text not null default '' check (length(returned_note) <= 1000),
  proposed_at timestamptz,
  publish_from timestamptz,
  published_by uuid references organisations.worker on delete set null,
  withdrawn_reason text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  row_version int not null default 1,
  unique (document_id, lang, number),
  check ((shown is null) = (state in ('draft', 'proposed'))),
  check (not published_by = any (authors)),
  check (state <> 'withdrawn' or withdrawn_reason <> ''),
  exclude using gist (document_id with =, lang with =, shown with &&) where (state = 'published')
);
comment on table library.version is 'The words of a document in one language as they were for a time. What has been shown is never changed; a correction is the next version. Public data once shown.';
comment on column library.version.shown is 'From when until when readers see it: a start in the future is a publication that waits for its day.';
comment on column library.version.words is 'Stems of title (A), lead and tags (B), body (C), for the search.';
comment on column library.version.author_id is 'Whose draft it is: who saved it last.';
comment on column library.version.authors is 'Everybody who wrote in it: none of them approves it.';
comment on column library.version.returned_note is 'What the second pair of eyes asked to mend.';
comment on column library.version.published_by is 'Who approved it: nobody who wrote in it. Null for what came with the database.';
comment on column library.version.facts is 'What the kind of document has beside words (authors, edition, steps, budget …), by its schema.';
create unique index version_open on library.version (document_id, lang) where state in ('draft', 'proposed');
create index version_words on library.version using gin (words) where state = 'published';
create index version_shown on library.version (lower(shown) desc, document_id) where state = 'published';
create index version_review on library.version (review_by) where state = 'published';
create index version_author on library.version (author_id);
create index version_publisher on library.version (published_by);

create table library.document_theme (
  document_id uuid not null references library.document on delete cascade,
  theme text not null references library.theme on delete restrict,
  primary key (document_id, theme)
);
comment on table library.document_theme is 'Subjects of a document. Public data.';
create index document_theme_theme on library.document_theme (theme);

create table library.document_act (
  document_id uuid not null references library.document on delete cascade,
  act text not null references library.act on delete restrict,
  articles text not null default '' check (length(articles) <= 200),
  primary key (document_id, act)
);
comment on table library.document_act is 'Acts of law a document rests on, with the articles. Public data.';
create index document_act_act on library.document_act (act);

create table library.related (
  document_id uuid not null references library.document on delete cascade,
  other_id uuid not null references library.document on delete cascade check (other_id <> document_id),
  position int not null default 0,
  primary key (document_id, other_id)
);
comment on table library.related is 'What an editor recommends beside a document. Public data.';
create index related_other on library.related (other_id);

create table library.redirect (
  path text primary key check (path ~ '^/' and length(path) <= 400),
  document_id uuid not null references library.document on delete cascade,
  created_at timestamptz not null
);
comment on table library.redirect is 'Former addresses that lead to a document. Public data.';
create index redirect_document on library.redirect (document_id);

create table library.attachment (
  id uuid primary key,
  document_id uuid not null references library.document on delete cascade,
  lang text not null check (lang ~ '^[a-z]{2}$'),
  file_id uuid not null references kernel.file on delete cascade,
  title text not null check (length(title) between 1 and 200),
  pages int check (pages > 0),
  accessibility text not null default '' check (length(accessibility) <= 1000),
  licence text not null default '',
  position int not null default 0,
  added_at timestamptz not null
);
comment on table library.attachment is 'Files to download with a document, each with what is known of its accessibility. Public data.';
create index attachment_document on library.attachment (document_id, position);
create index attachment_file on library.attachment (file_id);

do $$
declare t text;
begin
  foreach t in array array['theme', 'act', 'document', 'version', 'document_theme', 'document_act', 'related', 'redirect', 'attachment'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy work on library.%I to splot_system using (true) with check (true)', t);
    execute format('create policy editors on library.%I for select to splot_worker using ((select organisations.edits()))', t);
    execute format('create policy editors_add on library.%I for insert to splot_worker with check ((select organisations.edits()))', t);
    execute format('create policy editors_change on library.%I for update to splot_worker using ((select organisations.edits())) with check ((select organisations.edits()))', t);
    execute format('grant select on library.%I to splot_worker, splot_participant, splot_public, splot_search', t);
    execute format('grant select, insert, update, delete on library.%I to splot_system', t);
  end loop;
  foreach t in array array['theme', 'act', 'document_theme', 'document_act', 'related', 'redirect', 'attachment'] loop
    execute format('create policy everybody on library.%I for select using (true)', t);
  end loop;
  foreach t in array array['document_theme', 'document_act', 'related', 'redirect', 'attachment'] loop
    execute format('create policy editors_take on library.%I for delete to splot_worker using ((select organisations.edits()))', t);
  end loop;
end
$$;
create policy everybody on library.version for select to splot_participant, splot_public, splot_worker
  using (state = 'published' and lower(shown) <= (select kernel.instant()));
create policy everybody on library.document for select to splot_participant, splot_public, splot_worker
  using (published_at <= (select kernel.instant()));

grant insert, update on library.document, library.act to splot_worker;
grant insert, delete on library.document_theme, library.document_act, library.related, library.redirect, library.attachment to splot_worker;
grant update on library.attachment, library.related to splot_worker;
grant insert on library.version to splot_worker;
grant update (title, lead, body, facts, image_alt, legal_state_on, review_by, change_note, state, shown, words, author_id, authors, returned_note, proposed_at, publish_from, published_by,
  withdrawn_reason, updated_at, row_version) on library.version to splot_worker;

create policy drop_draft on library.version for delete to splot_worker using (state = 'draft' and (select organisations.edits()));
grant delete on library.version to splot_worker;

-- What readers have seen stays as it was, whoever asks: only its end may come.
create function library.keep_shown() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state in ('published', 'withdrawn') and (new.title, new.lead, new.body, new.facts, new.number, new.lang, new.document_id, new.legal_state_on)
    is distinct from (old.title, old.lead, old.body, old.facts, old.number, old.lang, old.document_id, old.legal_state_on) then
    raise exception 'library.version: a published version does not change';
  end if;
  return new;
end
$$;
create trigger keep_shown before update on library.version for each row execute function library.keep_shown();
