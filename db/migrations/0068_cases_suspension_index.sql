-- Module: cases. Suspensions of a case, ended ones too; the unique index covers the open one alone.
create index suspension_case on cases.suspension (case_id);
