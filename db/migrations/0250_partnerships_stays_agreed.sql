-- Module: partnerships. What was agreed, sent round or signed stays so, whichever statement an insider thinks of.

-- Moving a row to a draft takes it from the signed version as surely as deleting it.
create or replace function partnerships.keep_clause() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'splot_worker' and ((select a.state from partnerships.agreement a where a.id = new.agreement_id) is distinct from 'draft'
      or tg_op = 'UPDATE' and (new.agreement_id, new.partnership_id) is distinct from (old.agreement_id, old.partnership_id)) then
    raise exception 'agreement: the text of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create or replace function partnerships.keep_ceiling() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'splot_worker' and ((select a.state from partnerships.agreement a where a.id = coalesce(new.agreement_id, old.agreement_id)) <> 'draft'
      or tg_op = 'UPDATE' and new.agreement_id <> old.agreement_id) then
    raise exception 'agreement: the scope of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$$;
-- As before; and the last day of what was opened for signing comes nearer, never later.
create or replace function partnerships.keep_signed() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'splot_worker' then return new; end if;
  if new.partnership_id <> old.partnership_id
    or old.state <> 'draft' and (new.version, new.data_annex, new.change_note, new.opened_note, new.language, new.valid_from)
      is distinct from (old.version, old.data_annex, old.change_note, old.opened_note, old.language, old.valid_from)
    or old.state <> 'draft' and new.state = old.state and coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') then
    raise exception 'agreement: the text of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'signing'), ('draft', 'ended'), ('signing', 'in_force'), ('signing', 'ended'), ('in_force', 'superseded'), ('in_force', 'ended')) then
    raise exception 'agreement: % does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  -- Whether there is an annex follows from the clauses, and is fixed with them.
  if old.state = 'draft' then
    new.data_annex := exists (select from partnerships.agreement_clause c
      where c.agreement_id = new.id and c.section = 'data' and not c.left_out and c.body <> '');
  end if;
  if old.state = 'draft' and new.state = 'signing' and exists (select from partnerships.agreement_clause c
      where c.agreement_id = new.id and not c.left_out and c.final_text is null) then
    raise exception 'agreement: a clause without its final text cannot be signed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
-- Withdrawing is for whoever said it; the coordinator answers.
alter policy answered on partnerships.agreement_remark
  with check (state = 'withdrawn' and worker_id = kernel.worker()
    or state in ('accepted', 'declined') and answered_by = kernel.worker() and partnerships.may_coordinate(partnership_id));

-- Policies of one command add up, their checks too: each check says for itself who it is for.
alter policy moderated on partnerships.announcement
  with check (audience = 'public' and state in ('shown', 'refused') and settled_by = kernel.worker() and (select organisations.holds(array['editor'])));
alter policy withdrawn on partnerships.announcement
  with check (state = 'withdrawn' and partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id));

-- Minutes begin as a draft, and between sending and signing nothing of them changes but by taking them back.
create or replace function partnerships.guard_minutes() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if current_user in ('splot_worker', 'splot_system') and (new.state, new.round) <> ('draft', 1) then
      raise exception 'partnerships: minutes begin as a draft' using errcode = '23514', constraint = 'minutes_signed';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state = 'signed' then raise exception 'partnerships: signed minutes do not change' using errcode = '23514', constraint = 'minutes_signed'; end if;
    return old;
  end if;
  if old.state = 'signed' or (new.meeting_id, new.body_id) <> (old.meeting_id, old.body_id) then
    raise exception 'partnerships: signed minutes do not change' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  if current_user not in ('splot_worker', 'splot_system') then return new; end if;
  if new.state = 'signed' and not partnerships.minutes_agreed(new.meeting_id, new.signed_how) then
    raise exception 'partnerships: nobody agreed to these minutes yet' using errcode = '23514', constraint = 'minutes_agreed';
  end if;
  if old.state = 'sent' and (new.state = 'draft' and new.round <> old.round + 1 or new.state <> 'draft'
      and (new.general, new.round, new.sent_at, new.remarks_until) is distinct from (old.general, old.round, old.sent_at, old.remarks_until)) then
    raise exception 'partnerships: minutes are signed as they were sent' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  return new;
end
$$;
drop trigger guard on partnerships.minutes;
create trigger guard before insert or update or delete on partnerships.minutes for each row execute function partnerships.guard_minutes();
create function partnerships.guard_sent() returns trigger language plpgsql set search_path = '' as $$
declare
  was jsonb; is_now jsonb; free text[] := '{}';
begin
  if current_user <> 'splot_worker' then return coalesce(new, old); end if;
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  if tg_table_name = 'decision' then free := '{state,settled_on,revoked_by,row_version}'; end if;
  if was - free is distinct from is_now - free
    and exists (select from partnerships.minutes m where m.meeting_id = (coalesce(is_now, was) ->> 'meeting_id')::uuid and m.state = 'sent') then
    raise exception 'partnerships: minutes are signed as they were sent' using errcode = '23514', constraint = 'minutes_signed';
  end if;
  return coalesce(new, old);
end
$$;
create trigger sent before insert or update or delete on partnerships.agenda_point for each row execute function partnerships.guard_sent();
create trigger sent before insert or update or delete on partnerships.decision for each row execute function partnerships.guard_sent();
create policy to_this_text on partnerships.minutes_signature as restrictive for insert to splot_worker
  with check (exists (select from partnerships.minutes m where m.meeting_id = minutes_signature.meeting_id and m.state = 'sent' and m.round = minutes_signature.round));
-- Whoever runs a meeting answers a remark, corrects in the own name, and replaces no document.
revoke update on partnerships.minutes_remark, partnerships.meeting_file from splot_worker;
grant update (taken, reply) on partnerships.minutes_remark to splot_worker;
create policy own_name on partnerships.minutes_note as restrictive for insert to splot_worker with check (worker_id = kernel.worker());
create policy own_name on partnerships.meeting_file as restrictive for insert to splot_worker with check (added_by = kernel.worker());
-- A body stays what it is, and whose.
revoke update on partnerships.body, partnerships.body_member from splot_worker;
grant update (name, aim, voivodeship_code, ended_on, row_version) on partnerships.body to splot_worker;
grant update (left_on) on partnerships.body_member to splot_worker;

-- An answer stays in its round and is changed only while that one is open.
revoke update on partnerships.standard_answer from splot_worker;
grant update (level, evidence, link, file_id, answered_on, row_version) on partnerships.standard_answer to splot_worker;
