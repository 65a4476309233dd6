-- What happened to the work of stages by the horizon. $2 the period's beginning or null, $3 the first moment after its
-- horizon, $4 what the workflows declare: [{workflow, type, kind}], $5 the types of $4, by which the ledger has an index.
, declared as (
  select * from jsonb_to_recordset($4::jsonb) as declared (workflow text, type text, kind text)
),
happened as materialized (
  select
    instance.id, instance.root_id, instance.holder, declared.kind,
    ledger.number, ledger.occurred_at, ledger.recorded_at, ledger.record
  from ledger
  join instance on instance.id = ledger.instance_id
  join declared on declared.workflow = instance.workflow and declared.type = ledger.type
  where ledger.type = any($5::text[])
    and instance.created_at < $3 and (instance.ended_at is null or instance.ended_at >= coalesce($2::timestamptz, '-infinity'))
),
event as (
  select happened.* from happened join reported on reported.id = happened.root_id where reported.parent_id is null
  union all
  select happened.* from happened join reported on reported.id = happened.id where reported.parent_id is not null
)
-- An event belongs to the stage that it left, and happened when that was left: a corrected time is in the spans.
select
  event.id as "instanceId", event.holder, event.kind, event.number, span.region, span.stage,
  floor(extract(epoch from coalesce(span.ended_at, event.occurred_at)) * 1000)::float8 as at
from event
-- What an event left had begun by then: half of the spans of its instance need no look.
left join span
  on span.instance_id = event.id and span.opened <= event.number and span.closed = event.number and span.stage <> 'none'
where event.kind <> 'correction' and coalesce(span.ended_at, event.occurred_at) < $3
union all
-- A correction belongs to the stage that the misdated event began, else to the one that it ended. What corrects a
-- relative's event for the same reason is no correction more.
select
  event.id, event.holder, event.kind, event.number, null, span.stage,
  floor(extract(epoch from event.recorded_at) * 1000)::float8
from event
left join lateral (
  select stage from span
  where instance_id = event.id and (event.record ->> 'number')::int in (opened, closed) and stage <> 'none'
  order by opened desc limit 1
) as span on true
where event.kind = 'correction' and not event.record ? 'by' and event.recorded_at < $3
