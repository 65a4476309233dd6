select
  span.root_id as "rootId", span.instance_id as "instanceId", span.region, span.opened, span.leaf, span.stage, span.activity,
  span.party, span.cause, coalesce(span.holder, instance.holder) as holder,
  span.started_at as start, span.ended_at as "end"
from span
join instance on instance.id = span.instance_id
where span.root_id = any($1)
