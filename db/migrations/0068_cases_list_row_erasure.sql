-- Module: cases. Rows of a sent list go with their case: which list held somebody, and its fingerprint, say who it was.
select cases.erasable('list_row');
