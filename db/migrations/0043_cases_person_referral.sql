-- Module: cases. Searching for a person, and the answers to a referral which row-level security alone cannot allow.

alter table cases.referral add column handled_by uuid references organisations.worker on delete restrict;
alter table cases.referral add column asked_at timestamptz;
alter table cases.referral add column days_left int check (days_left >= 0);
alter table cases.referral add column withdrawn_code text;
alter table cases.referral add column previous_id uuid references cases.referral on delete restrict;
comment on column cases.referral.handled_by is 'Who of the recipient took it to consider; reminders go to them or to their stand-in.';
comment on column cases.referral.days_left is 'Working days that were left when the recipient asked back; they count again from the answer.';
comment on column cases.referral.previous_id is 'The referral that this one replaces: sent elsewhere after a refusal, no answer or a withdrawal.';
create index referral_handler on cases.referral (handled_by);
create index referral_previous on cases.referral (previous_id);
-- One opening referral waits for an answer at a time, and nobody is asked twice about the same.
create unique index referral_one_opening on cases.referral (case_id) where kind = 'opening' and state in ('draft', 'sent', 'seen', 'needs_info');
create unique index referral_one_each on cases.referral (case_id, recipient_institution_id) where state in ('draft', 'sent', 'seen', 'needs_info');

-- A person has at most one open case in a partnership, also when two workers refer them in the same second.
create unique index shared_case_one_open on cases.shared_case (partnership_id, person_id)
  where state in ('referred', 'intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended', 'closing');

create table cases.search_made (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete cascade,
  at timestamptz not null
);
comment on table cases.search_made is 'That a worker searched for a person, and when: never for whom. Limits how often one may search.';
create index search_made_worker on cases.search_made (worker_id, at);
create index search_made_institution on cases.search_made (institution_id);
alter table cases.search_made enable row level security;
alter table cases.search_made force row level security;
create policy own_read on cases.search_made for select to splot_worker using (worker_id = kernel.worker());
create policy own_add on cases.search_made for insert to splot_worker with check (worker_id = kernel.worker() and institution_id = kernel.institution());
create policy expiry on cases.search_made for delete to splot_system using (at < kernel.instant() - interval '1 day');
create policy expiry_read on cases.search_made for select to splot_system using (at < kernel.instant() - interval '1 day');
grant select, insert on cases.search_made to splot_worker;
grant select, delete on cases.search_made to splot_system;

-- What was sent may name the person and their number. The team sees it as it sees the number itself: by a grant for D2.
drop policy team on cases.referral;
create policy team on cases.referral for select to splot_worker using (
  state <> 'draft' and exists (select from cases.shared_case c where c.id = referral.case_id)
  and (not discloses_identity or (kernel.scope() @> array['D2'] and exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = referral.case_id and g.data_class = 'D2'
      and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())))));

-- A job reads when something is due and with whom.
grant select (kind, urgent, handled_by, asked_at, row_version) on cases.referral to splot_system;

grant insert on cases.event, cases.unmet_need to splot_search;
create policy note_search on cases.event for insert to splot_search with check (true);
create policy note_search on cases.unmet_need for insert to splot_search with check (true);

-- Search before create, again: a name alone never tells that a person is known elsewhere; an exact identifier does, or
-- the whole name together with the birth date. A different birth date lowers the rank and does not hide: it may be a
-- slip of the pen.
set local role splot_search;
create or replace function cases.api_find_person(in_partnership uuid, by_identifier text, by_name text, by_birth date)
returns table (person_id uuid, label text, birth_date date, locality text, visible boolean, open_case_id uuid, score real)
language sql stable security definer set search_path = '' as $$
  with candidate as (
    select p.id, 1.0::real as score from cases.person_identifier i join cases.person p on p.id = i.person_id
    where i.partnership_id = in_partnership and by_identifier <> '' and i.value = by_identifier
    union all
    (select p.id, case when p.birth_date = by_birth then public.similarity(p.search, kernel.plain(by_name))
      else least(public.similarity(p.search, kernel.plain(by_name)), 0.99) - case when p.birth_date <> by_birth then 0.25 else 0 end end::real
    from cases.person p
    where length(by_name) >= 3 and p.partnership_id = in_partnership and p.search operator(public.%) kernel.plain(by_name)
    order by 2 desc limit 60)
  ), best as (
    select id, max(score) as score from candidate group by id
  ), seen as (
    select b.id, b.score, p.given_name, p.family_name, p.birth_date, p.locality,
      (select c.id from cases.shared_case c where c.person_id = b.id and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'follow_up', 'draft')
       order by c.opened_at desc limit 1) as open_case_id,
      kernel.scope() @> array['D1'] and exists (select from cases.shared_case c
        join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class = 'D1'
          and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
        where c.person_id = b.id
          and (kernel.wide() or exists (select from cases.assignment a where a.case_id = c.id and a.worker_id = kernel.worker()
            and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant())))
          and not exists (select from cases.case_lock l where l.case_id = c.id and l.worker_id = kernel.worker()
            and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))) as visible
    from best b join cases.person p on p.id = b.id and p.erased_at is null
  )
  select id, case when visible then family_name || ' ' || given_name end,
    case when visible then seen.birth_date end, case when visible then seen.locality end,
    visible, case when visible then seen.open_case_id end, seen.score
  from seen where kernel.scope() @> array['D1'] and ((visible and seen.score > 0.2) or seen.score = 1.0)
  order by visible desc, seen.score desc limit 20
$$;
set local role splot_owner;

-- The person this identifier belongs to, when the name says the same: so that a new case of somebody already known
-- joins the same person. Another name gives nothing, and the identifier then belongs to somebody else.
create function cases.api_same_person(in_partnership uuid, by_kind text, by_value text, by_family text, by_given text)
returns table (person_id uuid, taken boolean) language sql stable security definer set search_path = '' as $$
  select case when kernel.plain(p.family_name) = kernel.plain(by_family)
      or public.similarity(p.search, kernel.plain(by_family || ' ' || by_given)) >= 0.5 then p.id end, true
  from cases.person_identifier i join cases.person p on p.id = i.person_id and p.erased_at is null
  where i.partnership_id = in_partnership and i.kind = by_kind and i.value = by_value and kernel.scope() @> array['D2']
$$;
alter function cases.api_same_person(uuid, text, text, text, text) owner to splot_search;

-- Asks the team of an open case to get in touch, and says nothing back about who they are.
create function cases.api_ask_handover(for_person uuid, event_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found_case uuid;
begin
  select c.id into found_case from cases.shared_case c
  join cases.person p on p.id = c.person_id
  where c.person_id = for_person and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'draft')
    and exists (select from partnerships.api_membership m where m.partnership_id = p.partnership_id and m.institution_id = kernel.institution() and m.left_on is null)
  order by c.opened_at desc limit 1;
  if found_case is not null then
    insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
    values (event_id, found_case, kernel.instant(), 'handover.asked', kernel.institution(), kernel.worker(), '{}');
  end if;
  return found_case;
end
$$;
alter function cases.api_ask_handover(uuid, uuid) owner to splot_search;

-- Whom a referral is about, for the access record: the recipient sees the packet, so the person may read that it did.
create function cases.api_referral_subject(for_referral uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select c.person_id from cases.referral r join cases.shared_case c on c.id = r.case_id
  where r.id = for_referral and (r.sender_institution_id = kernel.institution()
    or (r.recipient_institution_id = kernel.institution() and r.state in ('sent', 'seen', 'needs_info', 'accepted')))
$$;
alter function cases.api_referral_subject(uuid) owner to splot_search;

-- That referrals of a case exist, to whom and in what state, is known to everybody of the team; what they say is not.
create function cases.api_case_referrals(for_case uuid)
returns table (id uuid, kind text, state text, sender_name text, recipient_name text, recipient_type text, sent_at timestamptz, due_on date)
language sql stable security definer set search_path = '' as $$
  select r.id, r.kind, r.state, s.short_name, t.short_name, t.type, r.sent_at, r.due_on
  from cases.referral r
  join organisations.api_institution s on s.id = r.sender_institution_id
  join organisations.api_institution t on t.id = r.recipient_institution_id
  where r.case_id = for_case and r.state <> 'draft'
    and exists (select from cases.shared_case c join cases.access_grant g on g.case_id = c.id and g.data_class = 'D1'
        and g.institution_id = kernel.institution() and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
      where c.id = for_case)
    and kernel.scope() @> array['D1']
    and (kernel.wide() or exists (select from cases.assignment a where a.worker_id = kernel.worker() and a.case_id = for_case
      and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant())))
    and not exists (select from cases.case_lock l where l.worker_id = kernel.worker() and l.case_id = for_case
      and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))
  order by r.sent_at, r.id
$$;
alter function cases.api_case_referrals(uuid) owner to splot_search;

-- The recipient has no access to the case yet, but what it does with the referral belongs on the case's timeline and
-- in the line that says what the case waits for.
create function cases.api_note_referral(for_referral uuid, event_id uuid, what text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r cases.referral;
begin
  select * into r from cases.referral where id = for_referral and recipient_institution_id = kernel.institution() and state in ('seen', 'needs_info');
  if not found or what not in ('referral.seen', 'referral.question') then
    return;
  end if;
  insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
  values (event_id, r.case_id, kernel.instant(), what, kernel.institution(), kernel.worker(), jsonb_build_object('referral', r.id));
  if r.kind = 'opening' then
    update cases.shared_case set
      waits_for = case r.state when 'needs_info' then 'answer_question' else 'answer_referral' end,
      waits_institution_id = case r.state when 'needs_info' then r.sender_institution_id else r.recipient_institution_id end,
      waits_worker_id = case r.state when 'needs_info' then r.sender_worker_id else r.handled_by end,
      waits_until = r.due_on, updated_at = kernel.instant(), row_version = row_version + 1
    where id = r.case_id and state = 'referred';
  end if;
end
$$;
alter function cases.api_note_referral(uuid, uuid, text) owner to splot_search;

-- The recipient says no. From this moment it sees nothing of the referral, so it cannot write the refusal itself:
-- row-level security asks that a changed row stays visible. Returns whether the refusal was recorded.
create function cases.api_decline_referral(for_referral uuid, version int, code text, note text, event_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r cases.referral;
begin
  update cases.referral set state = 'declined', decline_code = code, decline_note = note, answered_at = kernel.instant(),
    answered_by = kernel.worker(), handled_by = coalesce(handled_by, kernel.worker()), row_version = row_version + 1
  where id = for_referral and row_version = version and recipient_institution_id = kernel.institution()
    and kernel.scope() @> array['D1'] and state in ('sent', 'seen', 'needs_info')
  returning * into r;
  if not found then
    return false;
  end if;
  insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
  values (event_id, r.case_id, kernel.instant(), 'referral.declined', kernel.institution(), kernel.worker(), jsonb_build_object('referral', r.id, 'code', code));
  perform cases.api_refuse(r.id);
  return true;
end
$$;
alter function cases.api_decline_referral(uuid, int, text, text, uuid) owner to splot_search;

-- Nobody answered in time. The need stays unmet and is noted without the person; the sender may send elsewhere.
create function cases.api_expire_referral(for_referral uuid, event_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r cases.referral;
  before text;
begin
  select * into r from cases.referral where id = for_referral and state in ('sent', 'seen', 'needs_info') for update;
  if not found then
    return false;
  end if;
  before := r.state;
  update cases.referral set state = 'expired', answered_at = kernel.instant(), row_version = row_version + 1 where id = r.id;
  if before <> 'needs_info' then
    insert into cases.unmet_need (id, partnership_id, gmina_id, need, reason, institution_id, noted_on)
    select gen_random_uuid(), r.partnership_id, r.packet ->> 'gmina', n, 'no_answer', r.recipient_institution_id, kernel.today() from unnest(r.needs) n;
  end if;
  insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
  values (event_id, r.case_id, kernel.instant(), 'referral.expired', r.recipient_institution_id, null, jsonb_build_object('referral', r.id));
  if r.kind = 'opening' then
    update cases.shared_case set state = 'draft', state_since = kernel.instant(), waits_for = 'send_referral',
      waits_institution_id = r.sender_institution_id, waits_worker_id = r.sender_worker_id, waits_until = null,
      updated_at = kernel.instant(), row_version = row_version + 1
    where id = r.case_id and state = 'referred';
  end if;
  return true;
end
$$;
alter function cases.api_expire_referral(uuid, uuid) owner to splot_search;

-- A stand-in takes part in the case while the worker is away: the newest referral of a recipient is not on any case
-- yet, so this is about mail alone. Whom to write to, in the order in which they should be tried.
create function cases.api_referral_watchers(for_referral uuid, today date)
returns table (worker_id uuid, email text, role text) language sql stable security definer set search_path = '' as $$
  with r as (select * from cases.referral where id = for_referral)
  select w.id, w.email, 'handler' from r
  left join organisations.api_absence a on a.worker_id = r.handled_by and today between a.from_on and a.to_on
  join organisations.api_worker w on w.id = coalesce(a.stand_in_id, r.handled_by)
  union all
  select w.id, w.email, 'head' from r
  join organisations.api_function f on f.institution_id = r.recipient_institution_id and f.function = 'head'
    and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today)
  join organisations.api_worker w on w.id = f.worker_id and (w.employed_to is null or w.employed_to >= today)
  union all
  select w.id, w.email, 'sender' from r
  left join organisations.api_absence a on a.worker_id = r.sender_worker_id and today between a.from_on and a.to_on
  join organisations.api_worker w on w.id = coalesce(a.stand_in_id, r.sender_worker_id)
  union all
  select w.id, w.email, 'answerer' from r
  join organisations.api_function f on f.institution_id = r.recipient_institution_id
    and f.function in ('social_worker', 'employment_adviser', 'ngo_specialist', 'unit_worker', 'case_coordinator')
    and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today)
  join organisations.api_worker w on w.id = f.worker_id and (w.employed_to is null or w.employed_to >= today)
$$;
alter function cases.api_referral_watchers(uuid, date) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.api_same_person(uuid, text, text, text, text)', 'cases.api_ask_handover(uuid, uuid)', 'cases.api_referral_subject(uuid)', 'cases.api_case_referrals(uuid)',
    'cases.api_note_referral(uuid, uuid, text)', 'cases.api_decline_referral(uuid, int, text, text, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
  foreach f in array array['cases.api_expire_referral(uuid, uuid)', 'cases.api_referral_watchers(uuid, date)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_system';
  end loop;
end
$$;
