-- Module: partnerships. A document put up by mistake is taken down; once the minutes are signed, those who signed had it before them.

-- A document goes with its file, which the owner of the table does for whoever removes the file.
set local role splot_search;
grant execute on function partnerships.minutes_are_signed(uuid) to splot_owner;
set local role splot_owner;
create trigger guard before update or delete on partnerships.meeting_file for each row execute function partnerships.guard_signed();
