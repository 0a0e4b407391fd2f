-- Module: advice. An answer becomes a public article: what tells of a person is decided first, and the way back to the question stays here.

create table advice.article (
  id uuid primary key,
  desk_id uuid not null,
  question_id uuid unique,
  topic_code text references advice.topic on delete restrict,
  title text not null default '' check (length(title) <= 200),
  lead text not null default '' check (length(lead) <= 1000),
  body text not null default '' check (length(body) <= 60000),
  legal_state_on date,
  review_by date,
  theme text references library.theme on delete restrict,
  acts text not null default '' check (length(acts) <= 2000),
  state text not null default 'writing' check (state in ('writing', 'handed')),
  document_id uuid references library.document on delete set null,
  version_id uuid references library.version on delete set null,
  authors uuid[] not null default '{}',
  created_by uuid references organisations.worker on delete restrict,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  handed_at timestamptz,
  row_version int not null default 1,
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete set null (question_id) on update cascade,
  check (state = 'writing' or document_id is not null or handed_at is not null)
);
comment on table advice.article is 'An answer on its way to a public article. Personal data until every finding is decided: read by the desk alone, and so is the link from the question to the document.';
comment on column advice.article.authors is 'Everybody who wrote in it: none of them approves it.';
create index article_desk on advice.article (desk_id, updated_at desc);
create index article_question on advice.article (question_id, desk_id);
create index article_topic on advice.article (topic_code);
create index article_theme on advice.article (theme);
create index article_document on advice.article (document_id);
create index article_version on advice.article (version_id);
create index article_author on advice.article (created_by);

create table advice.finding (
  id uuid primary key,
  article_id uuid not null references advice.article on delete cascade,
  desk_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{1,20}$'),
  said text not null check (length(said) <= 500),
  decision text check (decision in ('removed', 'kept')),
  reason text not null default '' check (length(reason) <= 300),
  decided_by uuid references organisations.worker on delete restrict,
  decided_at timestamptz,
  unique (article_id, kind, said),
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'kept' or reason <> '')
);
comment on table advice.finding is 'What looked like personal data in an article and what was decided: taken out, or kept with a reason. Personal data; words taken out are forgotten when the article leaves the desk.';
create index finding_article on advice.finding (article_id);
create index finding_desk on advice.finding (desk_id);
create index finding_decided on advice.finding (decided_by);

select advice.protect('article');
select advice.protect('finding');
revoke update on advice.article, advice.finding from splot_worker;
grant update (topic_code, title, lead, body, legal_state_on, review_by, theme, acts, state, document_id, version_id, authors, updated_at, handed_at, row_version) on advice.article to splot_worker;
grant update (decision, reason, decided_by, decided_at, said) on advice.finding to splot_worker;
create policy drop_draft on advice.finding for delete to splot_worker using (desk_id = any (coalesce((select advice.mine()), '{}'::uuid[])) and decision is null);
grant delete on advice.finding to splot_worker;

-- Nothing leaves the desk while a finding is open, whoever asks.
create function advice.keep_article() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state = 'handed' and old.state = 'writing' and exists (select from advice.finding f where f.article_id = new.id and f.decision is null) then
    raise exception 'advice.article: a finding is open' using errcode = '23514', constraint = 'article_open_findings';
  end if;
  if old.state = 'handed' and new.state = 'handed' and (new.title, new.lead, new.body) is distinct from (old.title, old.lead, old.body) then
    raise exception 'advice.article: what left the desk does not change here' using errcode = '23514', constraint = 'article_handed';
  end if;
  return new;
end
$$;
create trigger keep before update on advice.article for each row execute function advice.keep_article();

set local role splot_search;
-- The public document that came from a question: for its asker, whose link is open. There is no way from a document to a question.
create function advice.published_of_opened() returns uuid language sql stable security definer set search_path = '' as $$
  select a.document_id from advice.article a join library.document d on d.id = a.document_id
  where a.question_id = advice.opened() and d.published_at <= kernel.instant()
$$;
-- What people ask that no article answers: questions of a desk and time by topic, and how many published articles speak of it.
create function advice.asked_and_answered(of_desk uuid, from_on date, to_on date)
returns table (topic_code text, questions int, articles int) language sql stable security definer set search_path = '' as $$
  select q.topic_code, count(*)::int, (select count(*) from advice.article a join library.document d on d.id = a.document_id
      where a.topic_code is not distinct from q.topic_code and d.published_at <= kernel.instant())::int
  from advice.question q
  where (of_desk is null or q.desk_id = of_desk) and q.desk_id = any ((select advice.mine() || advice.led())::uuid[]) and q.merged_into is null
    and q.asked_at >= from_on::timestamp at time zone 'Europe/Warsaw' and q.asked_at < (to_on + 1)::timestamp at time zone 'Europe/Warsaw'
  group by q.topic_code order by 3, 2 desc
$$;
revoke execute on function advice.published_of_opened(), advice.asked_and_answered(uuid, date, date) from public;
grant execute on function advice.published_of_opened() to splot_worker, splot_participant, splot_public;
grant execute on function advice.asked_and_answered(uuid, date, date) to splot_worker;
set local role splot_owner;
