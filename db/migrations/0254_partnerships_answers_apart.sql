-- Module: partnerships. Answers of one sheet are apart in the storage too, as soon as nobody answers any more.

-- What one sheet says was written in one transaction: the same xmin, one row behind the other, a day on which perhaps nobody
-- else answered; and an invitation has the xmin of whoever took it. With the end of the time for answers all of them are
-- written anew, in no order, as of one day; invitations and who took one are not needed any more.
grant delete on partnerships.evaluation_answer, partnerships.evaluation_text, partnerships.evaluation_taken to splot_search;
create policy drop_draft on partnerships.evaluation_answer for delete to splot_search using (true);
create policy drop_draft on partnerships.evaluation_text for delete to splot_search using (true);
create policy drop_draft on partnerships.evaluation_taken for delete to splot_search using (true);
set local role splot_search;
create function partnerships.evaluation_mix() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  with taken_out as (delete from partnerships.evaluation_answer a where a.round_id = new.id returning a.*)
  insert into partnerships.evaluation_answer (round_id, audience, question, value, choice, answered_on, by_hand)
  select x.round_id, x.audience, x.question, x.value, x.choice, new.closed_on, false from taken_out x order by random();
  with taken_out as (delete from partnerships.evaluation_text t where t.round_id = new.id returning t.*)
  insert into partnerships.evaluation_text (round_id, partnership_id, audience, question, body, state)
  select x.round_id, x.partnership_id, x.audience, x.question, x.body, x.state from taken_out x order by random();
  delete from partnerships.evaluation_pass p where p.round_id = new.id;
  delete from partnerships.evaluation_taken t where t.round_id = new.id;
  return null;
end
$$;
set local role splot_owner;
create trigger mixed after update of state on partnerships.evaluation_round for each row
  when (old.state = 'open' and new.state = 'closed') execute function partnerships.evaluation_mix();
comment on column partnerships.evaluation_answer.answered_on is 'The day of answering; with the end of the time for answers the day of that end.';
comment on column partnerships.evaluation_answer.by_hand is 'A paper sheet typed in; with the end of the time for answers no longer told, only how many there were.';
