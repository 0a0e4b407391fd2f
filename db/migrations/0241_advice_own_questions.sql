-- Module: advice. Whoever asked while signed in finds the question again by the account; whoever asked takes it back.

-- What was asked without a name before this choice existed was meant to be anonymous: no account stands behind it.
update advice.asker a set account_id = null from advice.question q where q.id = a.question_id and q.anonymous;
-- A desk reads how to reach somebody, not from which network or account they wrote.
revoke select on advice.asker from splot_worker;
grant select (question_id, desk_id, name, email, phone, erased_at) on advice.asker to splot_worker;
comment on column advice.asker.account_id is 'Who asked while signed in and wished to find the question again. The desk does not read it.';

set local role splot_search;

-- As before, and the account under which it was asked opens it without a link: such a transaction names it as own:<id>.
create or replace function advice.opened() returns uuid language sql stable security definer set search_path = '' as $$
  select l.question_id from advice.link l
  where l.hash = nullif(current_setting('app.advice_key', true), '') and l.expires_at > kernel.instant()
  union all
  select a.question_id from advice.asker a
  where a.account_id = kernel.account() and current_setting('app.advice_key', true) = 'own:' || a.question_id
$$;

-- Questions of the acting account, the newest first, and how many there are.
create function advice.api_own(most int, after int) returns table (id uuid, number text, state text, subject text, asked_at timestamptz, due_on date,
  answered_at timestamptz, total int) language sql stable security definer set search_path = '' as $$
  select q.id, q.number, s.state, q.subject, q.asked_at, s.due_on, s.answered_at, count(*) over ()::int
  from advice.asker a join advice.question q on q.id = a.question_id join advice.question s on s.id = coalesce(q.merged_into, q.id)
  where a.account_id = kernel.account()
  order by q.asked_at desc, q.id desc limit most offset after
$$;

-- As before; has_mail: letters about it go to somebody, own: its account finds it.
drop function advice.api_asked();
create function advice.api_asked() returns table (id uuid, desk_id uuid, number text, state text, subject text, urgent boolean, asked_at timestamptz,
  due_on date, answered_at timestamptz, closed_at timestamptz, erased boolean, has_contact boolean, has_mail boolean, own boolean, score int)
language sql stable security definer set search_path = '' as $$
  select q.id, q.desk_id, q.number, s.state, q.subject, q.urgent, q.asked_at, s.due_on, s.answered_at, s.closed_at, q.erased_at is not null,
    coalesce(a.email || a.phone || a.name <> '' or a.account_id is not null, false), coalesce(a.email <> '', false),
    coalesce(a.account_id = kernel.account(), false), r.score
  from advice.question q
    join advice.question s on s.id = coalesce(q.merged_into, q.id)
    left join advice.asker a on a.question_id = q.id
    left join advice.rating r on r.question_id = q.id
  where q.id = advice.opened()
$$;

-- What else somebody gave with the question that is open: for their own copy of it.
create function advice.api_given() returns table (name text, email text, phone text, channel text, topic text, category text, county text, opinion text)
language sql stable security definer set search_path = '' as $$
  select coalesce(a.name, ''), coalesce(a.email, ''), coalesce(a.phone, ''), q.channel, q.topic_code, q.caller_category, q.county_code, coalesce(r.words, '')
  from advice.question q left join advice.asker a on a.question_id = q.id left join advice.rating r on r.question_id = q.id
  where q.id = advice.opened()
$$;

-- Whether the form with this secret was taken in already; the same form that comes at the same moment waits for the first.
create function advice.taken(link_hash text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('advice.ask ' || link_hash, 0));
  return exists (select from advice.link l where l.hash = link_hash);
end
$$;

-- As before, but the account is kept only for who wishes to find the question by it.
drop function advice.ask(uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, text, boolean, date, tsvector, text, text);
create function advice.ask(new_id uuid, new_message uuid, new_event uuid, desk uuid, category text, county text, topic text, about text, words text,
  language text, person_name text, mail text, source text, is_urgent boolean, due date, stems tsvector, link_hash text, code_hash text, own boolean)
returns text language plpgsql security definer set search_path = '' as $$
declare given text;
begin
  if not exists (select from advice.desk d where d.id = desk and d.state = 'active' and d.is_open) then
    return null;
  end if;
  given := advice.next_number();
  insert into advice.question (id, desk_id, number, channel, caller_category, county_code, topic_code, subject, lang, anonymous, urgent, needs_review,
      asked_at, first_due_on, due_on)
    values (new_id, desk, given, 'web', category, county, topic, about, language, mail = '' and person_name = '', is_urgent,
      advice.is_legal(topic), kernel.instant(), due, due);
  insert into advice.asker (question_id, desk_id, name, email, source_hash, account_id)
    values (new_id, desk, person_name, mail, source, case when own then nullif(kernel.account(), '00000000-0000-0000-0000-000000000000') end);
  insert into advice.message (id, question_id, desk_id, direction, state, body, written_at, sent_at)
    values (new_message, new_id, desk, 'in', 'sent', words, kernel.instant(), kernel.instant());
  insert into advice.event (id, question_id, desk_id, at, kind, detail)
    values (new_event, new_id, desk, kernel.instant(), 'asked', jsonb_build_object('channel', 'web', 'urgent', is_urgent));
  insert into advice.question_words (question_id, desk_id, asked_at, words) values (new_id, desk, kernel.instant(), stems);
  perform advice.new_link(link_hash, new_id, 'link');
  perform advice.new_link(code_hash, new_id, 'code');
  perform set_config('app.advice_key', link_hash, true);
  return given;
end
$$;

-- As before, but the same form twice writes once: null for the second.
create or replace function advice.write_more(new_message uuid, new_event uuid, another_event uuid, words text, stems tsvector, is_urgent boolean, due date)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  q advice.question;
  main advice.question;
begin
  select * into q from advice.question where id = advice.opened();
  select * into main from advice.question where id = coalesce(q.merged_into, q.id) for update;
  if q.id is null or q.erased_at is not null then
    return false;
  end if;
  if exists (select from advice.message m where m.id = new_message and m.question_id = q.id) then
    return null;
  end if;
  insert into advice.message (id, question_id, desk_id, direction, state, body, written_at, sent_at)
    values (new_message, q.id, q.desk_id, 'in', 'sent', words, kernel.instant(), kernel.instant());
  insert into advice.event (id, question_id, desk_id, at, kind) values (new_event, q.id, q.desk_id, kernel.instant(), 'wrote');
  update advice.question_words w set words = w.words || stems where w.question_id = q.id;
  if main.state in ('answered', 'closed') then
    update advice.question x set state = 'reopened', due_on = due, closed_at = null, urgent = x.urgent or is_urgent,
      row_version = x.row_version + 1 where x.id = main.id;
    insert into advice.event (id, question_id, desk_id, at, kind) values (another_event, main.id, main.desk_id, kernel.instant(), 'reopened');
  else
    update advice.question x set urgent = x.urgent or is_urgent, due_on = case when is_urgent then least(x.due_on, due) else x.due_on end,
      row_version = x.row_version + 1 where x.id = main.id;
  end if;
  return true;
end
$$;

-- Erases what was asked and answered and how to reach who asked, at once; what is counted stays. False when it is gone
-- already. Drafts, files and letters follow in a job of the system.
create function advice.erase(question uuid, new_event uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare q advice.question;
begin
  select * into q from advice.question x where x.id = question and x.erased_at is null for update;
  if q.id is null then
    return false;
  end if;
  -- Whoever waited here for the answer to the same question waits for one of their own.
  update advice.question x set merged_into = null, state = 'new', closed_at = null, due_on = q.due_on, assigned_to = null, row_version = x.row_version + 1
    where x.merged_into = q.id and q.due_on is not null;
  update advice.asker a set name = '', email = '', phone = '', source_hash = '', account_id = null, erased_at = coalesce(a.erased_at, kernel.instant())
    where a.question_id = q.id;
  -- An answer that others read too stays theirs.
  update advice.message m set body = '' where m.question_id = q.id and m.body <> ''
    and (m.direction <> 'out' or not exists (select from advice.question x where x.merged_into = q.id));
  update advice.rating r set words = '' where r.question_id = q.id;
  update advice.question_words w set words = '' where w.question_id = q.id;
  update advice.question x set subject = '', anonymous = true, in_review = false, call_back_at = null, due_on = null, state = 'closed',
    closed_at = coalesce(x.closed_at, kernel.instant()), erased_at = kernel.instant(), row_version = x.row_version + 1 where x.id = q.id;
  insert into advice.event (id, question_id, desk_id, at, kind) values (new_event, q.id, q.desk_id, kernel.instant(), 'erased');
  return true;
end
$$;
create function advice.erase_opened(new_event uuid) returns boolean language sql security definer set search_path = '' as $$
  select advice.erase(advice.opened(), new_event)
$$;

revoke execute on function advice.api_own(int, int), advice.api_asked(), advice.api_given(), advice.taken(text),
  advice.ask(uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, boolean, date, tsvector, text, text, boolean),
  advice.erase(uuid, uuid), advice.erase_opened(uuid) from public;
grant execute on function advice.api_asked(), advice.api_given(), advice.taken(text),
  advice.ask(uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, boolean, date, tsvector, text, text, boolean),
  advice.erase_opened(uuid) to splot_public, splot_participant, splot_worker;
grant execute on function advice.api_own(int, int) to splot_participant, splot_worker;
grant execute on function advice.erase(uuid, uuid) to splot_system;
set local role splot_owner;

-- Letters to somebody go with the address they went to.
create policy advice_erase on kernel.mail for delete to splot_system
  using (exists (select from advice.notice n join advice.asker a on a.question_id = n.question_id where n.mail_id = mail.id and a.erased_at is not null));
