-- Module: exchange. Whoever sent a notice may disagree when the comment stays (Regulation (EU) 2022/2065, art. 20(1)), like the author when it goes.

comment on table exchange.appeal is 'The author disagrees with a comment being hidden or removed, or whoever sent a notice with its being kept; somebody else than who made the decision decides (art. 20). Read by moderators and by whom the decision concerns.';

set local role splot_search;
-- Whether this decision settled a notice of whoever acts.
create function exchange.noticed(decision uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.notice n where n.decision_id = decision
    and (n.account_id = exchange.who() or n.contact_id = exchange.who()))
$$;
-- The latest decision by which a comment stayed although whoever acts had sent a notice; null when there is none.
create function exchange.kept(target uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select d.id from exchange.decision d where d.comment_id = target and d.outcome = 'keep' and exchange.noticed(d.id)
  order by d.made_at desc, d.id desc limit 1
$$;

-- The author or who sent the notice disagrees, once a decision, within months.
create or replace function exchange.appeal_against(new_id uuid, decision uuid, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.appeal (id, decision_id, decision_by, body, made_at)
    select new_id, d.id, d.made_by, words, kernel.instant() from exchange.decision d join exchange.comment c on c.id = d.comment_id
    where d.id = decision
      and (d.outcome in ('hide', 'remove') and c.state in ('hidden', 'removed') and exchange.wrote(d.comment_id)
        or d.outcome = 'keep' and c.state = 'shown' and exchange.noticed(d.id))
      and d.made_at > kernel.instant() - make_interval(months => exchange.value_of('appeal_months'))
      and d.id = (select l.id from exchange.decision l where l.comment_id = d.comment_id order by l.made_at desc, l.id desc limit 1)
    on conflict (decision_id) do nothing;
  return found;
end
$$;

-- Another moderator decides the appeal; that it is another the table itself sees to. An author's appeal that succeeds brings
-- the comment back; that of who sent a notice hides it, with the ground and the reason its author is told.
drop function exchange.judge(uuid, uuid, text, text);
create function exchange.judge(appealed uuid, new_id uuid, what text, words text, on_ground text, why text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  about uuid;
  was text;
begin
  select d.comment_id, d.outcome into about, was from exchange.appeal a join exchange.decision d on d.id = a.decision_id
    where a.id = appealed and a.outcome is null;
  if about is null then
    return false;
  end if;
  if not organisations.edits() or exists (select from exchange.author a where a.comment_id = about and a.worker_id = kernel.worker()) then
    raise exception 'not for this moderator' using errcode = '42501';
  end if;
  update exchange.appeal set outcome = what, answer = words, decided_by = kernel.worker(), decided_at = kernel.instant() where id = appealed;
  if what = 'reversed' and was = 'keep' then
    update exchange.comment c set state = 'hidden', reason = why, stub = exchange.is_answered(about), row_version = c.row_version + 1
      where c.id = about and c.state = 'shown';
    if found then
      insert into exchange.decision (id, comment_id, outcome, ground, reason, statement, noticed, made_by, made_at)
        values (new_id, about, 'hide', on_ground, why, words, true, kernel.worker(), kernel.instant());
    end if;
  elsif what = 'reversed' then
    insert into exchange.decision (id, comment_id, outcome, statement, made_by, made_at) values (new_id, about, 'restore', words, kernel.worker(), kernel.instant());
    update exchange.comment c set state = 'shown', reason = null, stub = false, row_version = c.row_version + 1
      where c.id = about and c.state in ('hidden', 'removed');
  end if;
  return true;
end
$$;

revoke execute on function exchange.noticed(uuid), exchange.kept(uuid), exchange.judge(uuid, uuid, text, text, text, text) from public;
grant execute on function exchange.noticed(uuid), exchange.kept(uuid) to splot_public, splot_worker, splot_participant;
grant execute on function exchange.judge(uuid, uuid, text, text, text, text) to splot_worker;
set local role splot_owner;

create policy notifier on exchange.decision for select to splot_worker, splot_participant, splot_public using (exchange.noticed(id));
create policy notifier on exchange.appeal for select to splot_worker, splot_participant, splot_public using (exchange.noticed(decision_id));
