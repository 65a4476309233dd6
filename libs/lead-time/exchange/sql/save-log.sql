-- A log of the same name is replaced: the lock on its row makes two imports of one name follow each other.
insert into event_log (id, name, format, zone, case_object_type, cases, events, imported_at)
values ($1, $2, $3, $4, $5, 0, 0, $6)
on conflict (name) do update
set format = excluded.format,
    zone = excluded.zone,
    case_object_type = excluded.case_object_type,
    imported_at = excluded.imported_at
returning id, (id <> $1) as replaced;
