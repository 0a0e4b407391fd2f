-- Module: library. The subjects of what is published, for the other modules that sort by them.

create view library.api_theme as select code, name_pl, name_en, position from library.theme;
grant select on library.api_theme to splot_worker, splot_participant, splot_public, splot_system, splot_search;
