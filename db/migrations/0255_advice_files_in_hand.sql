-- Module: advice. Attached is what was just stored; see 0251.

create trigger in_hand before insert or update of file_id on advice.attachment for each row execute function kernel.keep_in_hand();
create trigger in_hand before insert or update of file_id on advice.card_file for each row execute function kernel.keep_in_hand();
