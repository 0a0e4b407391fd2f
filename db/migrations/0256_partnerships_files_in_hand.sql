-- Module: partnerships. Attached is what was just stored; see 0251.

create trigger in_hand before insert or update of file_id on partnerships.meeting_file for each row execute function kernel.keep_in_hand();
create trigger in_hand before insert or update of file_id on partnerships.standard_answer for each row execute function kernel.keep_in_hand();
create trigger in_hand before insert or update of file_id on partnerships.signature for each row execute function kernel.keep_in_hand();
