-- Module: cases. The shares of one partnership are planned for that partnership: a plan kept for any one and for all of them
-- alike reads every case and every referral of the country for each page of a self-check.

set local role splot_search;
alter function cases.measures(date, date, uuid) set plan_cache_mode = 'force_custom_plan';
set local role splot_owner;
