-- Roots of which nothing, or an earlier version, is kept. $1 reckoning, $2 how many; null: all.
with present as (
  select root_id, sum(version)::int as version
  from instance
  group by root_id
)
select present.root_id as "rootId"
from present
left join case_history as kept on kept.root_id = present.root_id
where kept.version is distinct from present.version or kept.reckoning is distinct from $1
order by present.root_id
limit $2
