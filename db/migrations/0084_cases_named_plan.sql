-- Module: cases. Names are looked up by a plan made for the very words: a plan kept from a caseworker's search would
-- serve the head of a large office more than twice as slowly, and the other way round.

set local role splot_search;
alter function cases.api_named(text) set plan_cache_mode = 'force_custom_plan';
set local role splot_owner;
