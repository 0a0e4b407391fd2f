-- Module: directory. Questions after imports are found by their record too, settled ones among them.

create index import_check_entity on directory.import_check (entity_id);
