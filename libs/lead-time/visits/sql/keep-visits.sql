insert into case_visits (root_id, began, ended, instances, members, tracks, visits)
select root_id, began, ended, instances, members, tracks, visits
from tree
on conflict (root_id) do update
set
  began = excluded.began, ended = excluded.ended, instances = excluded.instances,
  members = excluded.members, tracks = excluded.tracks, visits = excluded.visits
