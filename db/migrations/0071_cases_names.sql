-- Module: cases. A misspelt name is looked for in one partnership, not among everybody in the country.
create extension if not exists btree_gin with schema public;
create index person_name on cases.person using gin (partnership_id, search public.gin_trgm_ops);
drop index cases.person_search;
