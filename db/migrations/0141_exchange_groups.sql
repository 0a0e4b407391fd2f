-- Module: exchange. Topic groups of workers: questions, answers that solve, polls, files. What is said in them are comments.

create table exchange.topic_group (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  description text not null check (length(description) between 1 and 2000),
  reading text not null check (reading in ('open', 'members')),
  joining text not null check (joining in ('anybody', 'invited')),
  created_by uuid references organisations.worker on delete set null,
  created_at timestamptz not null,
  closed_at timestamptz,
  row_version int not null default 1
);
comment on table exchange.topic_group is 'A group of workers of many institutions around a subject. Seen by workers; one that is read by members and joined by invitation, by its members alone.';
create index topic_group_author on exchange.topic_group (created_by);

create table exchange.membership (
  group_id uuid not null references exchange.topic_group on delete cascade,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete cascade,
  account_id uuid not null,
  name text not null,
  role text not null check (role in ('member', 'keeper')),
  digest boolean not null default true,
  digest_at timestamptz not null,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (group_id, worker_id)
);
comment on table exchange.membership is 'Workers in a group. Personal data: read by members of the same group.';
create index membership_worker on exchange.membership (worker_id);
create index membership_institution on exchange.membership (institution_id);

create table exchange.invitation (
  hash text primary key,
  group_id uuid not null references exchange.topic_group on delete cascade,
  created_by uuid not null references organisations.worker on delete cascade,
  expires_at timestamptz not null,
  used_by uuid references organisations.worker on delete set null
);
comment on table exchange.invitation is 'Hashes of the links by which somebody joins a group, once each; the address they went to stands in the letter alone.';
create index invitation_group on exchange.invitation (group_id);
create index invitation_by on exchange.invitation (created_by);
create index invitation_used on exchange.invitation (used_by);

create table exchange.topic (
  id uuid primary key,
  group_id uuid not null references exchange.topic_group on delete cascade,
  kind text not null check (kind in ('question', 'poll')),
  opening_id uuid references exchange.comment on delete cascade,
  solved_id uuid,
  pinned boolean not null default false,
  closed_at timestamptz,
  closes_on date,
  created_at timestamptz not null,
  last_at timestamptz not null,
  own_kind text not null generated always as ('topic') stored,
  foreign key (solved_id, own_kind, id) references exchange.comment (id, subject_kind, subject_id) on delete restrict,
  check (kind = 'poll' or closes_on is null)
);
comment on table exchange.topic is 'A question or a poll in a group; its words are its first comment, its answers the others. Read by those who read the group.';
create index topic_list on exchange.topic (group_id, pinned desc, last_at desc, id);
create index topic_opening on exchange.topic (opening_id);
create index topic_solved on exchange.topic (solved_id);

create table exchange.poll_option (
  id uuid primary key,
  topic_id uuid not null references exchange.topic on delete cascade,
  position int not null,
  label text not null check (length(label) between 1 and 200),
  unique (id, topic_id)
);
comment on table exchange.poll_option is 'What can be chosen in a poll. Read by those who read the group.';
create index poll_option_topic on exchange.poll_option (topic_id, position);

create table exchange.vote (
  topic_id uuid not null references exchange.topic on delete cascade,
  worker_id uuid not null references organisations.worker on delete cascade,
  option_id uuid not null,
  at timestamptz not null,
  primary key (topic_id, worker_id),
  foreign key (option_id, topic_id) references exchange.poll_option (id, topic_id) on delete cascade
);
comment on table exchange.vote is 'Who chose what, once a person. Personal data: read by that person alone; others see sums after they have voted or when the poll is closed.';
create index vote_option on exchange.vote (option_id);
create index vote_worker on exchange.vote (worker_id);

create table exchange.comment_file (
  file_id uuid primary key references kernel.file on delete cascade,
  comment_id uuid not null references exchange.comment on delete cascade
);
comment on table exchange.comment_file is 'Files of comments in groups. Read by those who read the comment.';
create index comment_file_comment on exchange.comment_file (comment_id);

alter table exchange.token drop constraint token_kind_check;
alter table exchange.token add constraint token_kind_check check (kind in ('comment', 'mark', 'follow', 'visit', 'mine', 'leave', 'quiet', 'digest'));
alter table exchange.token add column group_id uuid;
alter table exchange.token add column worker_id uuid;
alter table exchange.token add foreign key (group_id, worker_id) references exchange.membership (group_id, worker_id) on delete cascade;
create index token_membership on exchange.token (group_id, worker_id);

do $$
declare t text;
begin
  foreach t in array array['topic_group', 'membership', 'invitation', 'topic', 'poll_option', 'vote', 'comment_file'] loop
    execute format('alter table exchange.%I enable row level security', t);
    execute format('alter table exchange.%I force row level security', t);
    execute format('create policy work on exchange.%I to splot_system using (true) with check (true)', t);
    execute format('create policy doors on exchange.%I for select to splot_search using (true)', t);
    execute format('create policy doors_in on exchange.%I for insert to splot_search with check (true)', t);
    execute format('create policy doors_on on exchange.%I for update to splot_search using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on exchange.%I to splot_system', t);
    execute format('grant select, insert, update on exchange.%I to splot_search', t);
  end loop;
end
$$;
revoke insert, update on exchange.comment_file from splot_search;
grant select on exchange.topic_group, exchange.membership, exchange.topic, exchange.poll_option, exchange.vote, exchange.comment_file to splot_worker;
grant insert on exchange.comment_file to splot_worker;

-- What is said last moves a topic up.
create function exchange.touch_topic() returns trigger language plpgsql set search_path = '' as $$
begin
  update exchange.topic set last_at = kernel.instant() where id = new.subject_id;
  return null;
end
$$;
create trigger touch_topic after insert on exchange.comment for each row when (new.subject_kind = 'topic') execute function exchange.touch_topic();

set local role splot_search;

create function exchange.belongs(to_group uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.membership m where m.group_id = to_group and m.worker_id = kernel.worker()
    and m.institution_id = kernel.institution() and m.left_at is null)
$$;

create function exchange.keeps(the_group uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select organisations.edits() or exists (select from exchange.membership m where m.group_id = the_group and m.worker_id = kernel.worker()
    and m.institution_id = kernel.institution() and m.left_at is null and m.role = 'keeper')
$$;

-- Whether who acts reads what is said in a group.
create function exchange.reads(the_group uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select kernel.worker() <> '00000000-0000-0000-0000-000000000000' and (exists (select from exchange.topic_group g where g.id = the_group and g.reading = 'open')
    or exchange.belongs(the_group) or organisations.edits())
$$;

create or replace function exchange.admits(kind text, subject uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select kind <> 'topic' or exists (select from exchange.topic t join exchange.topic_group g on g.id = t.group_id
    where t.id = subject and t.closed_at is null and g.closed_at is null and exchange.belongs(g.id))
$$;

create or replace function exchange.sees(target uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.comment c left join exchange.topic t on c.subject_kind = 'topic' and t.id = c.subject_id
    where c.id = target and c.visible and (c.subject_kind <> 'topic' or exchange.reads(t.group_id)))
$$;

create function exchange.put_member(to_group uuid, as_role text, language text) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.membership (group_id, worker_id, institution_id, account_id, name, role, digest_at, lang, joined_at)
    select to_group, w.id, w.institution_id, w.account_id, w.given_name || ' ' || w.family_name, as_role, kernel.instant(), language, kernel.instant()
    from organisations.worker w where w.id = kernel.worker() and w.institution_id = kernel.institution() and w.account_id = kernel.account()
  on conflict (group_id, worker_id) do update set left_at = null, institution_id = excluded.institution_id, name = excluded.name;
  if not found then
    raise exception 'no such worker' using errcode = '42501';
  end if;
end
$$;

-- A group begins with whoever answers for more than themselves, and that person keeps it.
create function exchange.found_group(new_id uuid, named text, about text, read_by text, joined_by text, language text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not organisations.holds(array['editor', 'head', 'partnership_coordinator']) then
    raise exception 'not for this worker' using errcode = '42501';
  end if;
  insert into exchange.topic_group (id, name, description, reading, joining, created_by, created_at)
    values (new_id, named, about, read_by, joined_by, kernel.worker(), kernel.instant());
  perform exchange.put_member(new_id, 'keeper', language);
end
$$;

create function exchange.join_group(to_group uuid, link_hash text, language text) returns uuid language plpgsql security definer set search_path = '' as $$
declare wanted uuid := to_group;
begin
  if link_hash is not null then
    update exchange.invitation i set used_by = kernel.worker() where i.hash = link_hash and i.used_by is null and i.expires_at > kernel.instant()
      returning i.group_id into wanted;
  elsif not exists (select from exchange.topic_group g where g.id = to_group and g.joining = 'anybody' and g.closed_at is null) then
    wanted := null;
  end if;
  if wanted is not null then
    perform exchange.put_member(wanted, 'member', language);
  end if;
  return wanted;
end
$$;

create function exchange.invited_to(link_hash text) returns table (id uuid, name text, description text)
language sql stable security definer set search_path = '' as $$
  select g.id, g.name, g.description from exchange.invitation i join exchange.topic_group g on g.id = i.group_id
  where i.hash = link_hash and i.used_by is null and i.expires_at > kernel.instant() and kernel.worker() <> '00000000-0000-0000-0000-000000000000'
$$;

create function exchange.leave_group(the_group uuid) returns void language sql security definer set search_path = '' as $$
  update exchange.membership m set left_at = kernel.instant(), role = 'member'
  where m.group_id = the_group and m.worker_id = kernel.worker() and m.left_at is null
$$;

create function exchange.set_digest(the_group uuid, wanted boolean) returns void language sql security definer set search_path = '' as $$
  update exchange.membership m set digest = wanted, digest_at = kernel.instant()
  where m.group_id = the_group and m.worker_id = kernel.worker() and m.left_at is null and m.digest <> wanted
$$;

create function exchange.leave_digest(link_hash text) returns void language sql security definer set search_path = '' as $$
  update exchange.membership m set digest = false from exchange.token t
  where t.hash = link_hash and t.kind = 'digest' and t.expires_at > kernel.instant() and m.group_id = t.group_id and m.worker_id = t.worker_id
$$;

create function exchange.invite(link_hash text, to_group uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.invitation (hash, group_id, created_by, expires_at) select link_hash, to_group, kernel.worker(),
    kernel.instant() + make_interval(days => exchange.value_of('link_days')) where exchange.keeps(to_group);
  return found;
end
$$;

-- A question or a poll, with its first words.
create function exchange.ask(new_id uuid, in_group uuid, as_kind text, options text[], until date, comment_id uuid, title text, body text,
  hash text, language text, stems tsvector) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.topic (id, group_id, kind, closes_on, created_at, last_at) values (new_id, in_group, as_kind, until, kernel.instant(), kernel.instant());
  perform exchange.write(comment_id, 'topic', new_id, null, title, body, '', 'shown', hash, language, null, stems, '{}');
  update exchange.topic set opening_id = comment_id where id = new_id;
  insert into exchange.poll_option (id, topic_id, position, label)
    select gen_random_uuid(), new_id, o.position, o.label from unnest(options) with ordinality as o (label, position);
end
$$;

-- Keepers pin and close; whoever asked also closes, and says which answer solved it.
create function exchange.arrange(the_topic uuid, what text, answer uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare t exchange.topic;
begin
  select * into t from exchange.topic where id = the_topic for update;
  if t.id is null or not (exchange.keeps(t.group_id) or what in ('close', 'solve', 'unsolve') and exchange.belongs(t.group_id) and exchange.wrote(t.opening_id)) then
    return false;
  end if;
  if what = 'solve' and not exists (select from exchange.comment c where c.id = answer and c.subject_kind = 'topic' and c.subject_id = t.id
    and c.state = 'shown' and c.id <> t.opening_id) then
    return false;
  end if;
  update exchange.topic set pinned = case what when 'pin' then true when 'unpin' then false else pinned end,
    closed_at = case what when 'close' then coalesce(closed_at, kernel.instant()) when 'open' then null else closed_at end,
    solved_id = case what when 'solve' then answer when 'unsolve' then null else solved_id end where id = the_topic;
  return true;
end
$$;

create function exchange.is_polling(the_topic uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.topic t where t.id = the_topic and t.kind = 'poll' and t.closed_at is null
    and (t.closes_on is null or t.closes_on >= kernel.today()))
$$;

create function exchange.cast_vote(the_topic uuid, chosen uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not exchange.admits('topic', the_topic) or not exchange.is_polling(the_topic) then
    return false;
  end if;
  insert into exchange.vote (topic_id, worker_id, option_id, at) values (the_topic, kernel.worker(), chosen, kernel.instant())
    on conflict (topic_id, worker_id) do nothing;
  return found;
end
$$;

-- Sums of a poll: for those who have voted, and for all who read the group once it is closed.
create function exchange.poll_sums(the_topic uuid) returns table (option_id uuid, votes int) language sql stable security definer set search_path = '' as $$
  select o.id, count(v.worker_id)::int from exchange.topic t join exchange.poll_option o on o.topic_id = t.id left join exchange.vote v on v.option_id = o.id
  where t.id = the_topic and exchange.reads(t.group_id) and (not exchange.is_polling(the_topic)
    or exists (select from exchange.vote mine where mine.topic_id = the_topic and mine.worker_id = kernel.worker()))
  group by o.id
$$;

-- Topics of a group in which these stems stand; the index of words is out of reach of row-level security.
create function exchange.find_topics(in_group uuid, stems tsquery) returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct t.id from exchange.comment_text x join exchange.comment c on c.id = x.comment_id and c.version = x.number
    join exchange.topic t on t.id = c.subject_id
  where exchange.reads(in_group) and x.words @@ stems and c.state = 'shown' and c.subject_kind = 'topic' and t.group_id = in_group
$$;

-- Whether a file belongs to a comment that who acts reads. A function, because its table asks kernel.file in turn.
create function exchange.opens_file(file uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.comment_file f join exchange.comment c on c.id = f.comment_id join exchange.topic t on t.id = c.subject_id
    where f.file_id = file and c.state = 'shown' and exchange.reads(t.group_id))
$$;

revoke execute on function exchange.opens_file(uuid), exchange.belongs(uuid), exchange.keeps(uuid), exchange.reads(uuid), exchange.put_member(uuid, text, text),
  exchange.found_group(uuid, text, text, text, text, text), exchange.join_group(uuid, text, text), exchange.invited_to(text), exchange.leave_group(uuid),
  exchange.set_digest(uuid, boolean), exchange.leave_digest(text), exchange.invite(text, uuid),
  exchange.ask(uuid, uuid, text, text[], date, uuid, text, text, text, text, tsvector), exchange.arrange(uuid, text, uuid), exchange.is_polling(uuid),
  exchange.cast_vote(uuid, uuid), exchange.poll_sums(uuid), exchange.find_topics(uuid, tsquery) from public;
grant execute on function exchange.opens_file(uuid), exchange.belongs(uuid), exchange.keeps(uuid), exchange.reads(uuid),
  exchange.found_group(uuid, text, text, text, text, text), exchange.join_group(uuid, text, text), exchange.invited_to(text), exchange.leave_group(uuid),
  exchange.set_digest(uuid, boolean), exchange.invite(text, uuid),
  exchange.ask(uuid, uuid, text, text[], date, uuid, text, text, text, text, tsvector), exchange.arrange(uuid, text, uuid), exchange.is_polling(uuid),
  exchange.cast_vote(uuid, uuid), exchange.poll_sums(uuid), exchange.find_topics(uuid, tsquery) to splot_worker;
grant execute on function exchange.leave_digest(text) to splot_public, splot_worker, splot_participant;
set local role splot_owner;

create policy workers on exchange.topic_group for select to splot_worker
  using (reading = 'open' or joining = 'anybody' or exchange.belongs(id) or (select organisations.edits()));
create policy members on exchange.membership for select to splot_worker using (worker_id = kernel.worker() or exchange.belongs(group_id));
create policy readers on exchange.topic for select to splot_worker using (exchange.reads(group_id));
create policy readers on exchange.poll_option for select to splot_worker using (exists (select from exchange.topic t where t.id = topic_id));
create policy own on exchange.vote for select to splot_worker using (worker_id = kernel.worker());
create policy readers on exchange.comment_file for select to splot_worker using (exists (select from exchange.comment c where c.id = comment_id and c.state = 'shown'));
-- A file of one's own upload, on one's own comment in a group: nobody opens a foreign file by pinning it to a comment.
create policy attach on exchange.comment_file for insert to splot_worker
  with check (exchange.wrote(comment_id) and exists (select from exchange.comment c where c.id = comment_id and c.subject_kind = 'topic')
    and exists (select from kernel.file f where f.id = file_id and f.uploaded_by = kernel.account() and f.owner_institution = kernel.institution()));
create policy in_groups on exchange.comment for select to splot_worker
  using (visible and subject_kind = 'topic' and exists (select from exchange.topic t where t.id = subject_id));
create policy of_groups on kernel.file for select to splot_worker using (exchange.opens_file(id));
