-- Module: cases. A row of a list keeps a hash of an identifier, which could be guessed: it goes when its case is erased.
select cases.erasable('list_row');
