-- Module: organisations. The function of an adviser: whoever answers questions at an advice desk.

alter table organisations.worker_function drop constraint worker_function_function_check;
alter table organisations.worker_function add constraint worker_function_function_check check (function in ('social_worker',
  'employment_adviser', 'ngo_specialist', 'unit_worker', 'case_coordinator', 'partnership_coordinator', 'head', 'reception',
  'dpo', 'analyst', 'adviser', 'editor', 'institution_admin', 'technical_admin'));
