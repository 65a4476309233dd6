insert into case_visits (root_id, began, ended, instances, visits)
select root_id, began, ended, instances, visits
from tree
on conflict (root_id) do update
set began = excluded.began, ended = excluded.ended, instances = excluded.instances, visits = excluded.visits
