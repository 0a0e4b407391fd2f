-- Module: kernel. Documents that everybody may download.

-- Files of publications are public as pictures are.
alter table kernel.file drop constraint file_check;
alter table kernel.file add constraint file_check
  check (not is_public or (owner_person is null and kind in ('png', 'jpeg', 'webp', 'pdf', 'docx', 'odt', 'xlsx', 'csv', 'txt')));
