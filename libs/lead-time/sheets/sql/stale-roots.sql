-- Roots of which nothing, or an earlier version, is kept. $1 reckoning, $2 how many; null: all. $3 only of trees in
-- which nothing was registered since; null: of all.
with present as (
  select root_id, sum(version)::int as version
  from instance
  group by root_id
)
select present.root_id as "rootId"
from present
left join case_history as kept on kept.root_id = present.root_id
where (kept.version is distinct from present.version or kept.reckoning is distinct from $1)
  and ($3::timestamptz is null or not exists (
    select from instance as member join ledger on ledger.instance_id = member.id
    where member.root_id = present.root_id and ledger.recorded_at >= $3
  ))
order by present.root_id
limit $2
