-- Module: cases. Who may call the functions that run with the rights of the search role: by name, nobody by default.

-- The earlier migrations revoked and granted as splot_owner, which had given the functions to splot_search before: a
-- role that does not own a function and inherits nothing changes nothing by that, PostgreSQL only warns. So everybody
-- could execute everything. Rights are therefore changed as splot_search, the owner; a test reads the catalogue.

set local role splot_search;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'cases'::regnamespace and p.proowner = 'splot_search'::regrole
      and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function cases.api_ask_handover(uuid, uuid),
  cases.api_assignable(),
  cases.api_call_review(uuid, date),
  cases.api_case_referrals(uuid),
  cases.api_close(uuid),
  cases.api_confirm_closing(uuid),
  cases.api_decline_referral(uuid, int, text, text, uuid),
  cases.api_effectiveness(uuid, date, date),
  cases.api_ended_access(uuid),
  cases.api_find_person(uuid, text, text, date),
  cases.api_hand_over(uuid, uuid),
  cases.api_hold(uuid, text),
  cases.api_list_known(uuid, text[], text[], text[], text[]),
  cases.api_narrow_to_ceiling(uuid),
  cases.api_note_referral(uuid, uuid, text),
  cases.api_numbered(text),
  cases.api_obligations(uuid),
  cases.api_open_archive(uuid, text, text),
  cases.api_open_cases(uuid, uuid),
  cases.api_open_parts(uuid, jsonb),
  cases.api_outcome_counts(uuid, date, date),
  cases.api_process(uuid),
  cases.api_referral_subject(uuid),
  cases.api_refuse(uuid),
  cases.api_same_person(uuid, text, text, text, text),
  cases.api_settle_follow_ups(uuid),
  cases.api_unconfirmed(uuid),
  cases.has_open_case(uuid, uuid),
  cases.next_number(uuid, int),
  cases.reopen_until(uuid),
  cases.session_institution(uuid)
  to splot_worker;
grant execute on function cases.api_begin(uuid),
  cases.api_end_grant_list(uuid, uuid[], text),
  cases.api_end_grants(uuid, uuid, uuid, text),
  cases.api_grants(uuid),
  cases.api_missing_signatures(uuid),
  cases.api_named_workers(uuid),
  cases.api_parts(uuid),
  cases.api_plan_status(uuid),
  cases.api_settle_plan(uuid),
  cases.api_taken_out(uuid),
  cases.api_team(uuid),
  cases.api_withdraw_case(uuid, text, date, text, text),
  cases.plan_state(uuid),
  cases.sees_case(uuid)
  to splot_participant, splot_worker;
grant execute on function cases.api_begin_due(),
  cases.api_close_due(),
  cases.api_erase_due(),
  cases.api_expire_referral(uuid, uuid),
  cases.api_miss_follow_ups(),
  cases.api_referral_watchers(uuid, date),
  cases.api_reminder_targets(uuid),
  cases.api_stand_in()
  to splot_system;
set local role splot_owner;
