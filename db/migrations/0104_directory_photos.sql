-- Module: directory. A photo is a stored file.

alter table directory.photo add foreign key (file_id) references kernel.file on delete cascade;
create index photo_file on directory.photo (file_id);
