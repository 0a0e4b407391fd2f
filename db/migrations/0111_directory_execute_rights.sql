-- Module: directory. Only workers ask whether they edit the base: revoked as the owner of the functions, else in vain.

set local role splot_search;
revoke execute on function directory.edits() from public;
grant execute on function directory.edits() to splot_worker;
revoke execute on function organisations.runs_system() from public;
grant execute on function organisations.runs_system() to splot_worker;
revoke execute on function cases.api_unmet_needs(text, date) from public;
grant execute on function cases.api_unmet_needs(text, date) to splot_worker, splot_participant, splot_public, splot_system;
set local role splot_owner;
