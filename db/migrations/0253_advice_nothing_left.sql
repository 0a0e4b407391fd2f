-- Module: advice. When something is forgotten nothing of it is left elsewhere: words of reviewers, documents, letters that went out.

set local role splot_search;
-- As before, and what a reviewer wrote beside an answer, and the sender's own name of a letter.
create or replace function advice.erase(question uuid, new_event uuid) returns boolean language plpgsql security definer set search_path = '' as $$
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
  update advice.message m set review_note = '', mail_id = null where m.question_id = q.id and (m.review_note <> '' or m.mail_id is not null);
  update advice.rating r set words = '' where r.question_id = q.id;
  update advice.question_words w set words = '' where w.question_id = q.id;
  update advice.question x set subject = '', anonymous = true, in_review = false, call_back_at = null, due_on = null, state = 'closed',
    closed_at = coalesce(x.closed_at, kernel.instant()), erased_at = kernel.instant(), row_version = x.row_version + 1 where x.id = q.id;
  insert into advice.event (id, question_id, desk_id, at, kind) values (new_event, q.id, q.desk_id, kernel.instant(), 'erased');
  return true;
end
$$;
set local role splot_owner;

-- Documents of a person go with the person, bytes and all.
create policy advice_card_forget on kernel.file for delete to splot_system
  using (exists (select from advice.card_file f join advice.client k on k.id = f.client_id where f.file_id = file.id and k.erased_at is not null));
-- A letter that went out is an address and often a secret link: nobody needs it for longer.
create policy expiry on kernel.mail for delete to splot_system using (created_at < kernel.instant() - interval '90 days');
