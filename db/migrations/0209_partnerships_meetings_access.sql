-- Module: partnerships. Who reads and writes meetings: the members of the body; whoever coordinates, chairs or keeps minutes.

set local role splot_search;

-- The bodies of the acting institution today. A small set: asked once a statement, never once a row.
create function partnerships.my_bodies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(b.id), '{}') from (
    select b.id from partnerships.body b where b.partnership_id = any (partnerships.mine())
    union select b.id from partnerships.body b where b.convener_id = kernel.institution()
    union select m.body_id from partnerships.body_member m where m.institution_id = kernel.institution()
      and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())) b
$$;

-- Bodies whose meetings the acting worker runs: of a partnership its coordinator, of a Partner Group whoever manages
-- partnerships in the institution that convenes it.
create function partnerships.bodies_i_run() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(b.id), '{}') from partnerships.body b
  where (b.partnership_id = any (partnerships.mine()) and partnerships.may_coordinate(b.partnership_id))
    or (b.convener_id = kernel.institution() and organisations.holds(array['partnership_coordinator', 'head']))
$$;

-- Whoever chairs a meeting or keeps its minutes runs that meeting, as long as the institution belongs to the body.
create function partnerships.meetings_i_run() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.id), '{}') from partnerships.meeting m
  where m.chair_id = kernel.worker() or m.clerk_id = kernel.worker()
$$;

-- Each partnership has its two bodies from its beginning.
create function partnerships.make_bodies() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into partnerships.body (id, kind, partnership_id, started_on)
  values (gen_random_uuid(), 'team', new.id, new.started_on), (gen_random_uuid(), 'whole', new.id, new.started_on);
  return new;
end
$$;

create function partnerships.minutes_are_signed(of_meeting uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.minutes m where m.meeting_id = of_meeting and m.state = 'signed')
$$;

-- What a link in an invitation opens, for whoever holds it; a link that is too old opens nothing.
create function partnerships.invited_by(of_hash text)
returns table (meeting_id uuid, attendee_id uuid, body_kind text, body_name text, title text, aim text, starts_at timestamptz,
  ends_at timestamptz, mode text, place text, link text, state text, sequence int, updated_at timestamptz, answer text,
  substitute text, points text[])
language sql stable security definer set search_path = '' as $$
  select m.id, a.id, b.kind, coalesce(p.name, b.name), m.title, m.aim, m.starts_at, m.ends_at, m.mode, m.place, m.link, m.state,
    m.sequence, m.updated_at, a.answer, a.substitute,
    coalesce((select array_agg(g.title order by g.position, g.id) from partnerships.agenda_point g
      where g.meeting_id = m.id and g.state = 'agenda'), '{}')
  from partnerships.meeting_link l join partnerships.attendee a on a.id = l.attendee_id
  join partnerships.meeting m on m.id = a.meeting_id join partnerships.body b on b.id = m.body_id
  left join partnerships.partnership p on p.id = b.partnership_id
  where l.hash = of_hash and l.expires_at > kernel.instant()
$$;

-- Whoever holds the link answers, until the meeting begins. Gives whether it was taken.
create function partnerships.answer_invitation(of_hash text, given text, someone text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update partnerships.attendee a set answer = given, substitute = someone, answered_at = kernel.instant()
  from partnerships.meeting_link l join partnerships.attendee mine on mine.id = l.attendee_id
    join partnerships.meeting m on m.id = mine.meeting_id
  where a.id = mine.id and l.hash = of_hash and l.expires_at > kernel.instant() and m.state = 'called' and m.starts_at > kernel.instant();
  return found;
end
$$;

-- Meetings of the bodies of whoever subscribed, since half a year.
create function partnerships.calendar_of(of_hash text)
returns table (id uuid, title text, starts_at timestamptz, ends_at timestamptz, mode text, place text, link text, state text,
  sequence int, updated_at timestamptz, body_kind text, body_name text, partnership_id uuid, body_id uuid)
language sql stable security definer set search_path = '' as $$
  with subscriber as (
    select w.institution_id from partnerships.calendar_link l join organisations.api_worker w on w.id = l.worker_id
    where l.hash = of_hash and l.ended_at is null and w.employed_from <= kernel.today()
      and (w.employed_to is null or w.employed_to >= kernel.today())),
  bodies as (
    select b.* from subscriber s join partnerships.member m on m.institution_id = s.institution_id
      and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())
      join partnerships.body b on b.partnership_id = m.partnership_id
    union select b.* from subscriber s join partnerships.body b on b.convener_id = s.institution_id
    union select b.* from subscriber s join partnerships.body_member m on m.institution_id = s.institution_id
      and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())
      join partnerships.body b on b.id = m.body_id)
  select m.id, m.title, m.starts_at, m.ends_at, m.mode, m.place, m.link, m.state, m.sequence, m.updated_at, b.kind,
    coalesce(p.name, b.name), b.partnership_id, b.id
  from bodies b join partnerships.meeting m on m.body_id = b.id left join partnerships.partnership p on p.id = b.partnership_id
  where m.starts_at > kernel.instant() - interval '183 days' order by m.starts_at, m.id limit 1000
$$;
create function partnerships.calendar_known(of_hash text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.calendar_link l where l.hash = of_hash and l.ended_at is null)
$$;

revoke execute on function partnerships.my_bodies(), partnerships.bodies_i_run(), partnerships.meetings_i_run(),
  partnerships.minutes_are_signed(uuid), partnerships.invited_by(text), partnerships.answer_invitation(text, text, text),
  partnerships.calendar_of(text), partnerships.calendar_known(text) from public;
grant execute on function partnerships.my_bodies(), partnerships.bodies_i_run(), partnerships.meetings_i_run() to splot_worker;
grant execute on function partnerships.minutes_are_signed(uuid) to splot_worker, splot_system;
grant execute on function partnerships.invited_by(text), partnerships.answer_invitation(text, text, text), partnerships.calendar_of(text),
  partnerships.calendar_known(text) to splot_public, splot_worker, splot_participant;
set local role splot_owner;

-- `written_by`: `run` whoever runs the meeting; `none` gets its own policies below.
create function partnerships.protect_meeting(tbl text, meeting text default 'meeting_id') returns void
language plpgsql set search_path = '' as $$
declare
  members constant text := 'body_id = any (coalesce((select partnerships.my_bodies()), ''{}''::uuid[]))';
  running constant text := members || format(' and (body_id = any (coalesce((select partnerships.bodies_i_run()), ''{}''::uuid[]))'
    || ' or %s = any (coalesce((select partnerships.meetings_i_run()), ''{}''::uuid[])))', meeting);
begin
  execute format('alter table partnerships.%I enable row level security', tbl);
  execute format('alter table partnerships.%I force row level security', tbl);
  execute format('create policy members on partnerships.%I for select to splot_worker using (%s)', tbl, members);
  execute format('create policy runs_add on partnerships.%I for insert to splot_worker with check (%s)', tbl, running);
  execute format('create policy runs on partnerships.%I for update to splot_worker using (%s) with check (%s)', tbl, running, running);
  execute format('create policy system on partnerships.%I for select to splot_system using (true)', tbl);
  execute format('create policy door on partnerships.%I for select to splot_search using (true)', tbl);
  execute format('grant select, insert, update on partnerships.%I to splot_worker', tbl);
  execute format('grant select on partnerships.%I to splot_system, splot_search', tbl);
end
$$;
comment on function partnerships.protect_meeting(text, text) is 'Row-level security of what belongs to a body that meets: its members read, whoever runs the meeting writes.';

select partnerships.protect_meeting(t) from unnest(array['attendee', 'agenda_point', 'meeting_file', 'decision', 'meeting_task',
  'minutes_remark', 'minutes_signature', 'minutes_note', 'minutes']) t;
select partnerships.protect_meeting('meeting', 'id');
select partnerships.protect_meeting('meeting_series', 'body_id');

-- A meeting is planned by whoever runs the body.
drop policy runs_add on partnerships.meeting;
create policy runs_add on partnerships.meeting for insert to splot_worker
  with check (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));

-- A draft of minutes is read by those who write it.
create policy drafts on partnerships.minutes as restrictive for select to splot_worker
  using (state <> 'draft' or body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[]))
    or meeting_id = any (coalesce((select partnerships.meetings_i_run()), '{}'::uuid[])));
create policy system_signs on partnerships.minutes for update to splot_system using (state = 'sent') with check (state = 'signed');
grant update on partnerships.minutes to splot_system;
-- The last of those present who agrees closes the minutes.
create policy member_signs on partnerships.minutes for update to splot_worker
  using (state = 'sent' and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])))
  with check (state = 'signed');

-- Members: everybody proposes, answers, remarks and agrees for themselves.
create policy proposes on partnerships.agenda_point for insert to splot_worker
  with check (state = 'proposed' and proposed_by = kernel.worker() and notes = ''
    and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])));
create policy answers on partnerships.attendee for update to splot_worker
  using (worker_id = kernel.worker() and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])))
  with check (worker_id = kernel.worker());
create policy door_answers on partnerships.attendee for update to splot_search using (true) with check (true);
grant update on partnerships.attendee to splot_search;
create policy invited on partnerships.attendee for update to splot_system using (true) with check (true);
grant update on partnerships.attendee to splot_system;
create policy drop_draft on partnerships.attendee for delete to splot_worker
  using (invited_at is null and not came and (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[]))
    or meeting_id = any (coalesce((select partnerships.meetings_i_run()), '{}'::uuid[]))));
grant delete on partnerships.attendee to splot_worker;
create policy own_task on partnerships.meeting_task for update to splot_worker
  using (institution_id = kernel.institution() and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])))
  with check (institution_id = kernel.institution());
create policy reminded on partnerships.meeting_task for update to splot_system using (true) with check (true);
grant update on partnerships.meeting_task to splot_system;
create policy drop_draft on partnerships.decision for delete to splot_worker
  using (state = 'in_force' and not partnerships.minutes_are_signed(meeting_id)
    and (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[]))
      or meeting_id = any (coalesce((select partnerships.meetings_i_run()), '{}'::uuid[]))));
grant delete on partnerships.decision to splot_worker;
create policy drop_draft on partnerships.meeting_task for delete to splot_worker
  using (state = 'open' and not partnerships.minutes_are_signed(meeting_id)
    and (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[]))
      or meeting_id = any (coalesce((select partnerships.meetings_i_run()), '{}'::uuid[]))));
grant delete on partnerships.meeting_task to splot_worker;
drop policy runs_add on partnerships.minutes_remark;
create policy remarks on partnerships.minutes_remark for insert to splot_worker
  with check (worker_id = kernel.worker() and institution_id = kernel.institution() and taken is null
    and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])));
drop policy runs_add on partnerships.minutes_signature;
drop policy runs on partnerships.minutes_signature;
revoke update on partnerships.minutes_signature from splot_worker;
create policy agrees on partnerships.minutes_signature for insert to splot_worker
  with check (worker_id = kernel.worker() and institution_id = kernel.institution()
    and body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[]))
    and (role = 'member' or meeting_id = any (coalesce((select partnerships.meetings_i_run()), '{}'::uuid[]))
      or body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[]))));
drop policy runs on partnerships.minutes_note;
revoke update on partnerships.minutes_note from splot_worker;

alter table partnerships.body enable row level security;
alter table partnerships.body force row level security;
create policy members on partnerships.body for select to splot_worker using (id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])));
create policy convenes on partnerships.body for insert to splot_worker
  with check (kind = 'group' and convener_id = kernel.institution() and (select organisations.holds(array['partnership_coordinator', 'head'])));
create policy runs on partnerships.body for update to splot_worker
  using (id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])))
  with check (id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));
create policy system on partnerships.body for select to splot_system using (true);
create policy door on partnerships.body for select to splot_search using (true);
create policy door_add on partnerships.body for insert to splot_search with check (true);
grant select, insert, update on partnerships.body to splot_worker;
grant select on partnerships.body to splot_system;
grant select, insert on partnerships.body to splot_search;

alter table partnerships.body_member enable row level security;
alter table partnerships.body_member force row level security;
create policy members on partnerships.body_member for select to splot_worker using (body_id = any (coalesce((select partnerships.my_bodies()), '{}'::uuid[])));
create policy runs_add on partnerships.body_member for insert to splot_worker
  with check (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));
create policy runs on partnerships.body_member for update to splot_worker
  using (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])))
  with check (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));
create policy system on partnerships.body_member for select to splot_system using (true);
create policy door on partnerships.body_member for select to splot_search using (true);
grant select, insert, update on partnerships.body_member to splot_worker;
grant select on partnerships.body_member to splot_system, splot_search;

alter table partnerships.guest_contact enable row level security;
alter table partnerships.guest_contact force row level security;
create policy runs on partnerships.guest_contact for select to splot_worker
  using (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));
create policy runs_add on partnerships.guest_contact for insert to splot_worker
  with check (body_id = any (coalesce((select partnerships.bodies_i_run()), '{}'::uuid[])));
create policy system on partnerships.guest_contact for select to splot_system using (true);
create policy erased on partnerships.guest_contact for delete to splot_system using (true);
grant select, insert on partnerships.guest_contact to splot_worker;
grant select, delete on partnerships.guest_contact to splot_system;

alter table partnerships.meeting_link enable row level security;
alter table partnerships.meeting_link force row level security;
create policy system on partnerships.meeting_link for select to splot_system using (true);
create policy made on partnerships.meeting_link for insert to splot_system with check (true);
create policy door on partnerships.meeting_link for select to splot_search using (true);
grant select, insert on partnerships.meeting_link to splot_system;
grant select on partnerships.meeting_link to splot_search;

alter table partnerships.calendar_link enable row level security;
alter table partnerships.calendar_link force row level security;
create policy own on partnerships.calendar_link for select to splot_worker using (worker_id = kernel.worker());
create policy own_add on partnerships.calendar_link for insert to splot_worker with check (worker_id = kernel.worker());
create policy own_end on partnerships.calendar_link for update to splot_worker using (worker_id = kernel.worker()) with check (worker_id = kernel.worker());
create policy door on partnerships.calendar_link for select to splot_search using (true);
grant select, insert, update on partnerships.calendar_link to splot_worker;
grant select on partnerships.calendar_link to splot_search;

grant select on partnerships.meeting_rule to splot_worker, splot_system, splot_public, splot_participant;

-- Those there are already have none yet; the owner of the tables is under their policies too.
alter table partnerships.body no force row level security;
insert into partnerships.body (id, kind, partnership_id, started_on)
  select gen_random_uuid(), k, p.id, p.started_on from partnerships.partnership p cross join unnest(array['team', 'whole']) k;
alter table partnerships.body force row level security;
create trigger make_bodies after insert on partnerships.partnership for each row execute function partnerships.make_bodies();
