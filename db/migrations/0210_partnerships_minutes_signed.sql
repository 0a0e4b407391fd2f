-- Module: partnerships. What was signed does not change, whoever asks.

-- Agreed by people: the chair, and one person of each institution present (the chair's own counts). Agreed by silence: the
-- days for remarks are over and every remark has its answer.
create function partnerships.minutes_agreed(of_meeting uuid, how text) returns boolean
language sql stable set search_path = '' as $$
  select case how
    when 'people' then exists (select from partnerships.minutes m join partnerships.minutes_signature s on s.meeting_id = m.meeting_id
        and s.round = m.round where m.meeting_id = of_meeting and s.role = 'chair')
      and not exists (select from partnerships.attendee a where a.meeting_id = of_meeting and a.came and a.worker_id is not null
        and not exists (select from partnerships.minutes m join partnerships.minutes_signature s on s.meeting_id = m.meeting_id
          and s.round = m.round where m.meeting_id = of_meeting and s.institution_id = a.institution_id))
    when 'silence' then exists (select from partnerships.minutes m where m.meeting_id = of_meeting and m.state = 'sent' and m.remarks_until < kernel.today())
      and not exists (select from partnerships.minutes_remark r where r.meeting_id = of_meeting and r.taken is null)
    else false end
$$;

-- The minutes themselves.
create function partnerships.guard_minutes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'signed' then raise exception 'partnerships: signed minutes do not change' using errcode = '23514', constraint = 'minutes_signed'; end if;
    return old;
  end if;
  if old.state = 'signed' or (new.meeting_id, new.body_id) <> (old.meeting_id, old.body_id) then
    raise exception 'partnerships: signed minutes do not change' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  if current_user in ('splot_worker', 'splot_system') and new.state = 'signed'
    and not partnerships.minutes_agreed(new.meeting_id, new.signed_how) then
    raise exception 'partnerships: nobody agreed to these minutes yet' using errcode = '23514', constraint = 'minutes_agreed';
  end if;
  -- Whoever only agrees closes them as they were sent.
  if current_user = 'splot_worker' and new.state = 'signed' and new.general <> old.general then
    raise exception 'partnerships: minutes are signed as they were sent' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  return new;
end
$$;
create trigger guard before update or delete on partnerships.minutes for each row execute function partnerships.guard_minutes();

-- What the minutes are made of.
create function partnerships.guard_signed() returns trigger
language plpgsql set search_path = '' as $$
declare
  was jsonb; is_now jsonb; free text[] := '{}';
  of_meeting uuid;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  of_meeting := coalesce(is_now, was) ->> case tg_table_name when 'meeting' then 'id' else 'meeting_id' end;
  -- What came of a decision or a task is told later.
  if tg_table_name = 'decision' then free := '{state,settled_on,revoked_by,row_version}';
  elsif tg_table_name = 'meeting_task' then free := '{state,remark,settled_on,reminded_on,due_on,worker_id,row_version}';
  end if;
  if tg_op = 'UPDATE' then
    if (was ->> 'body_id', coalesce(was ->> 'meeting_id', was ->> 'id')) is distinct from
       (is_now ->> 'body_id', coalesce(is_now ->> 'meeting_id', is_now ->> 'id')) then
      raise exception 'partnerships: nothing moves to another meeting' using errcode = '23514', constraint = 'same_meeting';
    end if;
    if was - free = is_now - free then return new; end if;
  end if;
  if partnerships.minutes_are_signed(of_meeting) then
    raise exception 'partnerships: the minutes of this meeting are signed' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create trigger guard before update on partnerships.meeting for each row execute function partnerships.guard_signed();
create trigger guard before insert or update or delete on partnerships.agenda_point for each row execute function partnerships.guard_signed();
create trigger guard before insert or update or delete on partnerships.attendee for each row execute function partnerships.guard_signed();
create trigger guard before insert or update or delete on partnerships.decision for each row execute function partnerships.guard_signed();
create trigger guard before insert or update or delete on partnerships.meeting_task for each row execute function partnerships.guard_signed();
create trigger guard before insert or update on partnerships.minutes_remark for each row execute function partnerships.guard_signed();
create trigger guard before insert on partnerships.minutes_signature for each row execute function partnerships.guard_signed();

-- One who is invited answers, and nothing more; one who owes a task says how it goes.
create function partnerships.guard_own() returns trigger
language plpgsql set search_path = '' as $$
declare free text[] := '{answer,substitute,answered_at}';
begin
  if current_user not in ('splot_worker', 'splot_search', 'splot_system') then return new; end if;
  if current_user = 'splot_worker' then
    if new.body_id = any (partnerships.bodies_i_run()) or new.meeting_id = any (partnerships.meetings_i_run()) then return new; end if;
  end if;
  if tg_table_name = 'meeting_task' then free := '{state,remark,settled_on,worker_id,row_version}'; end if;
  if current_user = 'splot_system' then free := '{invited_at,reminded_on}'; end if;
  if to_jsonb(old) - free <> to_jsonb(new) - free then
    raise exception 'partnerships: not yours to change' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger own_only before update on partnerships.attendee for each row execute function partnerships.guard_own();
create trigger own_only before update on partnerships.meeting_task for each row execute function partnerships.guard_own();
