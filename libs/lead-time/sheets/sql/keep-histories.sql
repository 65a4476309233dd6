-- $1 roots, $2 versions, $3 reckoning, $4 histories.
insert into case_history (root_id, version, reckoning, history)
select root_id, version, $3, history
from unnest($1::uuid[], $2::int[], $4::json[]) as made (root_id, version, history)
on conflict (root_id) do update
set version = excluded.version, reckoning = excluded.reckoning, history = excluded.history
