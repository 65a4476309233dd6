-- The usual flattening of an object-centric log: an event counts in each case object it is related to.
delete from imported_event
where not exists (
  select
  from imported_object
  where imported_object.id = imported_event.case_id and imported_object.type = $1
);
