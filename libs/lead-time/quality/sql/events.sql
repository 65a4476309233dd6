-- What happened to the work of stages in the trees below the roots $1. $2 what the workflows declare:
-- [{workflow, type, kind}], $3 the types of $2, by which the ledger has an index.
with declared as (
  select * from jsonb_to_recordset($2::jsonb) as declared (workflow text, type text, kind text)
),
event as materialized (
  select
    instance.id, instance.root_id, instance.holder, declared.kind,
    ledger.number, ledger.occurred_at, ledger.recorded_at, ledger.record
  from ledger
  join instance on instance.id = ledger.instance_id
  join declared on declared.workflow = instance.workflow and declared.type = ledger.type
  where ledger.type = any($3::text[]) and instance.root_id = any($1::uuid[])
)
-- An event belongs to the stage that it left, and happened when that was left: a corrected time is in the spans.
select
  event.root_id as "rootId", event.id as "instanceId", event.holder, event.kind, event.number, span.region, span.stage,
  floor(extract(epoch from coalesce(span.ended_at, event.occurred_at)) * 1000)::float8 as at
from event
-- What an event left had begun by then: half of the spans of its instance need no look.
left join span
  on span.instance_id = event.id and span.opened <= event.number and span.closed = event.number and span.stage <> 'none'
where event.kind <> 'correction'
union all
-- A correction belongs to the stage that the misdated event began, else to the one that it ended. What corrects a
-- relative's event for the same reason is no correction more.
select
  event.root_id, event.id, event.holder, event.kind, event.number, null, span.stage,
  floor(extract(epoch from event.recorded_at) * 1000)::float8
from event
left join lateral (
  select stage from span
  where instance_id = event.id and (event.record ->> 'number')::int in (opened, closed) and stage <> 'none'
  order by opened desc limit 1
) as span on true
where event.kind = 'correction' and not event.record ? 'by'
