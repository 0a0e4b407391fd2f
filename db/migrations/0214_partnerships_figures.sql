-- Module: partnerships. Figures kept with a self-check: when, and found by their partnership.

comment on table partnerships.standard_figure is 'What was computed for the period of a round on the day it was concluded; small numbers were left out before they came here.';
create index standard_figure_of on partnerships.standard_figure (partnership_id);
