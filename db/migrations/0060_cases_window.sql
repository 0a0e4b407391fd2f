-- Module: cases. What the participant's own window reads of a case: views under the reader's own row-level security.

create view cases.api_case with (security_invoker = true) as
  select id, number, partnership_id, person_id, state, state_since, opened_at, lead_institution_id, coordinator_id
  from cases.shared_case where state not in ('draft', 'erased');
comment on view cases.api_case is 'Cases the reader may see. A draft is not a case yet, and nobody is told of it.';

create view cases.api_person with (security_invoker = true) as
  select id, given_name, family_name, birth_date, locality, postal_code, street, phone, email, preferred_lang, unidentified_label
  from cases.person where erased_at is null;
comment on view cases.api_person is 'Identity and contact of the people the reader may see.';

create view cases.api_session with (security_invoker = true) as
  select a.case_id, a.lineage_id, a.mark, s.id as session_id, s.institution_id, s.worker_id, s.service_code, s.title, s.starts_at,
    s.hours, s.place, s.cancelled_at, s.row_version
  from cases.attendance a join cases.session s on s.id = a.session_id;
comment on view cases.api_session is 'Sessions at which the person of a case is expected.';

create view cases.api_clause_given with (security_invoker = true) as
  select id, case_id, version, lang, given_on, form, institution_id from cases.clause_given;
comment on view cases.api_clause_given is 'Which information clause the person received, when and how.';

create view cases.api_clause with (security_invoker = true) as
  select version, lang, title, body from cases.information_clause;
comment on view cases.api_clause is 'Texts of the information clause. Public data.';

create view cases.api_consent_text with (security_invoker = true) as
  select version, lang, easy, body from cases.consent_text;
comment on view cases.api_consent_text is 'Texts of the consent, also easy to read. Public data.';

grant select on cases.api_case, cases.api_person to splot_worker, splot_participant;
grant select on cases.api_session, cases.api_clause_given, cases.api_clause, cases.api_consent_text to splot_participant;
