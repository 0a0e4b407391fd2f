-- Module: advice. What somebody without an account may do: ask, and with a secret link read, write more, rate, be forgotten.

set local role splot_search;

-- Counts a form without an account; false above the limit of a day.
create function advice.admit(new_id uuid, source text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into advice.attempt (id, source_hash, at) select new_id, source, kernel.instant()
  where (select count(*) from advice.attempt a where a.source_hash = source and a.at > kernel.instant() - interval '1 day') < advice.value_of('per_network_day', null);
  return found;
end
$$;

create function advice.new_link(secret_hash text, question uuid, of_kind text) returns void language sql security definer set search_path = '' as $$
  insert into advice.link (hash, question_id, kind, created_at, expires_at)
  values (secret_hash, question, of_kind, kernel.instant(), kernel.instant() + make_interval(days => advice.value_of('link_days', null)))
$$;

-- A question from the public form. Gives its number; nothing when the desk takes no questions. From now on the transaction
-- holds its link.
create function advice.ask(new_id uuid, new_message uuid, new_event uuid, desk uuid, category text, county text, topic text, about text, words text,
  language text, person_name text, mail text, tel text, source text, is_urgent boolean, due date, stems tsvector, link_hash text, code_hash text)
returns text language plpgsql security definer set search_path = '' as $$
declare given text;
begin
  if not exists (select from advice.desk d where d.id = desk and d.state = 'active' and d.is_open) then
    return null;
  end if;
  given := advice.next_number();
  insert into advice.question (id, desk_id, number, channel, caller_category, county_code, topic_code, subject, lang, anonymous, urgent, needs_review,
      asked_at, first_due_on, due_on)
    values (new_id, desk, given, 'web', category, county, topic, about, language, mail = '' and tel = '' and person_name = '', is_urgent,
      advice.is_legal(topic), kernel.instant(), due, due);
  insert into advice.asker (question_id, desk_id, name, email, phone, source_hash, account_id)
    values (new_id, desk, person_name, mail, tel, source, nullif(kernel.account(), '00000000-0000-0000-0000-000000000000'));
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

-- Whether an answer on the topic, or one above it, waits for a second pair of eyes.
create function advice.is_legal(topic text) returns boolean language sql stable security definer set search_path = '' as $$
  with recursive above (code, parent_code, legal) as (
    select t.code, t.parent_code, t.legal from advice.topic t where t.code = topic
    union select t.code, t.parent_code, t.legal from advice.topic t join above a on a.parent_code = t.code)
  select coalesce(bool_or(legal), false) from above
$$;

-- The number and the written-down code open a question: makes a link of them. False when they open nothing.
create function advice.open_by_code(wanted_number text, code_hash text, link_hash text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare found_id uuid;
begin
  select q.id into found_id from advice.link l join advice.question q on q.id = l.question_id
  where l.hash = code_hash and l.kind = 'code' and l.expires_at > kernel.instant() and q.number = wanted_number;
  if found_id is null then
    return false;
  end if;
  perform advice.new_link(link_hash, found_id, 'link');
  return true;
end
$$;

-- What the asker sees of the question that the link opens.
create function advice.api_asked() returns table (id uuid, desk_id uuid, number text, state text, subject text, lang text, urgent boolean, asked_at timestamptz,
  due_on date, answered_at timestamptz, closed_at timestamptz, merged boolean, erased boolean, has_contact boolean, score int)
language sql stable security definer set search_path = '' as $$
  select q.id, q.desk_id, q.number, s.state, q.subject, q.lang, q.urgent, q.asked_at, s.due_on, s.answered_at, s.closed_at, q.merged_into is not null,
    q.erased_at is not null, coalesce(a.email || a.phone || a.name <> '' or a.account_id is not null, false), r.score
  from advice.question q
    join advice.question s on s.id = coalesce(q.merged_into, q.id)
    left join advice.asker a on a.question_id = q.id
    left join advice.rating r on r.question_id = q.id
  where q.id = advice.opened()
$$;
-- The own words, and every answer that was sent; of a question this one was joined with, the answers since.
create function advice.api_thread() returns table (id uuid, direction text, body text, at timestamptz, spoken boolean)
language sql stable security definer set search_path = '' as $$
  select m.id, m.direction, m.body, m.sent_at, m.spoken from advice.question q
    join advice.message m on m.question_id = q.id or m.question_id = q.merged_into and m.direction = 'out' and m.sent_at >= q.closed_at
  where q.id = advice.opened() and m.state = 'sent' and m.direction in ('in', 'out')
  order by m.sent_at, m.id
$$;
create function advice.api_thread_files() returns table (file_id uuid, message_id uuid) language sql stable security definer set search_path = '' as $$
  select a.file_id, a.message_id from advice.attachment a join advice.message m on m.id = a.message_id
  where m.question_id = advice.opened() and m.state = 'sent' and m.direction in ('in', 'out')
$$;
-- A file handed in with the asker's own message.
create function advice.attach(file uuid, to_message uuid) returns void language sql security definer set search_path = '' as $$
  insert into advice.attachment (file_id, message_id, question_id, desk_id)
  select file, m.id, m.question_id, m.desk_id from advice.message m
    join advice.desk d on d.id = m.desk_id join kernel.file f on f.id = file and f.owner_institution = d.institution_id
  where m.id = to_message and m.question_id = advice.opened() and m.direction = 'in' and m.written_at = kernel.instant()
$$;

-- A further message. What was answered or closed is open again; of a joined duplicate, the question it went into.
create function advice.write_more(new_message uuid, new_event uuid, another_event uuid, words text, stems tsvector, is_urgent boolean, due date) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  q advice.question;
  main advice.question;
begin
  select * into q from advice.question where id = advice.opened();
  select * into main from advice.question where id = coalesce(q.merged_into, q.id) for update;
  if q.id is null or q.erased_at is not null then
    return false;
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

-- Whether it helped; said once an answer came, and said anew as often as one wishes.
create function advice.rate(how_much int, words text, new_event uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into advice.rating as r (question_id, desk_id, score, words, rated_at)
    select q.id, q.desk_id, how_much, words, kernel.instant() from advice.question q where q.id = advice.opened()
      and (q.answered_at is not null or q.merged_into is not null) and q.erased_at is null
  on conflict (question_id) do update set score = excluded.score, words = excluded.words, rated_at = excluded.rated_at;
  if not found then
    return false;
  end if;
  insert into advice.event (id, question_id, desk_id, at, kind) select new_event, q.id, q.desk_id, kernel.instant(), 'rated'
    from advice.question q where q.id = advice.opened();
  return true;
end
$$;

-- The asker wants to be reached no more.
create function advice.forget_contact(new_event uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update advice.asker a set name = '', email = '', phone = '', source_hash = '', account_id = null, erased_at = kernel.instant()
    where a.question_id = advice.opened() and a.erased_at is null;
  if found then
    insert into advice.event (id, question_id, desk_id, at, kind) select new_event, q.id, q.desk_id, kernel.instant(), 'contact_erased'
      from advice.question q where q.id = advice.opened();
    update advice.question q set anonymous = true, row_version = q.row_version + 1 where q.id = advice.opened();
  end if;
end
$$;

-- Hands a question over to another desk. After that it is not of the old one; false when somebody was faster.
create function advice.move(question uuid, to_desk uuid, seen int) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update advice.question q set desk_id = to_desk, assigned_to = null, row_version = q.row_version + 1,
    state = case when q.state = 'assigned' then 'new' else q.state end
  where q.id = question and q.row_version = seen and q.desk_id = any (advice.mine()) and not q.in_review and q.merged_into is null
    and exists (select from advice.desk d where d.id = to_desk and d.state = 'active');
  return found;
end
$$;

revoke execute on function advice.admit(uuid, text), advice.new_link(text, uuid, text),
  advice.ask(uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, text, boolean, date, tsvector, text, text), advice.is_legal(text),
  advice.open_by_code(text, text, text), advice.api_asked(), advice.api_thread(), advice.api_thread_files(), advice.attach(uuid, uuid),
  advice.write_more(uuid, uuid, uuid, text, tsvector, boolean, date), advice.rate(int, text, uuid), advice.forget_contact(uuid),
  advice.move(uuid, uuid, int) from public;
grant execute on function advice.admit(uuid, text),
  advice.ask(uuid, uuid, uuid, uuid, text, text, text, text, text, text, text, text, text, text, boolean, date, tsvector, text, text),
  advice.open_by_code(text, text, text), advice.api_asked(), advice.api_thread(), advice.api_thread_files(), advice.attach(uuid, uuid),
  advice.write_more(uuid, uuid, uuid, text, tsvector, boolean, date), advice.rate(int, text, uuid), advice.forget_contact(uuid)
  to splot_public, splot_participant, splot_worker;
grant execute on function advice.new_link(text, uuid, text) to splot_system;
grant execute on function advice.is_legal(text) to splot_worker, splot_system;
grant execute on function advice.move(uuid, uuid, int) to splot_worker;
set local role splot_owner;

-- Files go with the words.
create policy advice_forget on kernel.file for delete to splot_system
  using (exists (select from advice.attachment a join advice.question q on q.id = a.question_id where a.file_id = file.id and q.erased_at is not null));
