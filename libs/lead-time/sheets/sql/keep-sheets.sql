-- $1 reckoning, then a list for each column of what was made.
insert into case_sheet (reading, case_id, version, reckoning, begins_at, settled_at, words, numbers)
select reading, case_id, version, $1, begins_at, settled_at, words, numbers
from unnest($2::text[], $3::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::json[])
  as made (reading, case_id, version, begins_at, settled_at, words, numbers)
on conflict (reading, case_id) do update
set
  version = excluded.version, reckoning = excluded.reckoning, begins_at = excluded.begins_at,
  settled_at = excluded.settled_at, words = excluded.words, numbers = excluded.numbers
