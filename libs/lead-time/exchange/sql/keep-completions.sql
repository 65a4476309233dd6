delete from imported_event
where lower(coalesce(lifecycle, 'complete')) <> 'complete';
