-- Module: library. The search behind a door: row-level security cannot use an index of words.

-- What a title and a lead say, apart: small enough to weigh hundreds of answers without opening long texts.
alter table library.version add column head tsvector generated always as (ts_filter(words, '{a,b}')) stored;
comment on column library.version.head is 'Stems of title, lead and tags alone.';
create index version_head on library.version using gin (head) where state = 'published';

create policy door on library.version for select to splot_search using (true);
create policy door on library.document for select to splot_search using (true);

set local role splot_search;

-- Documents whose words answer a question, best first: those that say it in their title before those that say it in their
-- text, in the language wished before others. However many answer, so many hundred are weighed.
create function library.answers(question tsquery, wished text, of_kind text, of_theme text, most int, skipped int) returns table (id uuid)
language sql stable security definer set search_path = '' as $$
  with candidate as (
    (select v.document_id, v.lang, v.shown, v.head from library.version v
      where v.state = 'published' and v.head @@ question and v.shown @> kernel.instant()
        and (of_kind is null or exists (select from library.document d where d.id = v.document_id and d.kind = of_kind))
        and (of_theme is null or exists (select from library.document_theme t where t.document_id = v.document_id and t.theme = of_theme))
      limit 400)
    union all
    (select v.document_id, v.lang, v.shown, v.head from library.version v
      where v.state = 'published' and v.words @@ question and v.shown @> kernel.instant()
        and (of_kind is null or exists (select from library.document d where d.id = v.document_id and d.kind = of_kind))
        and (of_theme is null or exists (select from library.document_theme t where t.document_id = v.document_id and t.theme = of_theme))
      limit 400))
  select c.document_id from candidate c
  group by c.document_id
  order by max((0.01 + ts_rank(c.head, question)) * case when c.lang = wished then 1.0 else 0.6 end) desc, max(lower(c.shown)) desc, c.document_id
  limit most offset skipped
$$;
comment on function library.answers is 'Gives ids of what everybody may read, and nothing else of it.';
revoke execute on function library.answers from public;
grant execute on function library.answers to splot_worker, splot_participant, splot_public;

set local role splot_owner;
