-- Module: directory. Words of the base, for the search: what a misspelt word may have meant.

create table directory.word (
  word text primary key check (word = kernel.plain(word) and length(word) between 4 and 40)
);
comment on table directory.word is 'Words that stand in names and offers of the base, without case and diacritics. Derived; a word nobody uses any more does no harm. Public data.';
create index word_similar on directory.word using gin (word gin_trgm_ops);
alter table directory.word enable row level security;
alter table directory.word force row level security;
create policy everybody on directory.word for select using (true);
-- Whoever writes a record adds its words; nobody changes or removes one.
create policy add_of_worker on directory.word for insert to splot_worker with check (true);
create policy add_of_system on directory.word for insert to splot_system with check (true);
grant select on directory.word to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert on directory.word to splot_worker, splot_system;

-- Places of one person's choice are few; distance is worked out for what lies in this box only.
create index listing_place on directory.listing (lat, lon);
create index listing_updated on directory.listing (updated_at desc, entity_id);
create index status_period on directory.status (valid_from, valid_to);
