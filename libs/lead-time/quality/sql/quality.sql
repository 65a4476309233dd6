-- How often something happened to the work of a stage in the period, by stage and holder. $2 the period's beginning
-- or null, $3 the first moment after its horizon, $4 what the workflows declare: [{workflow, type, kind}],
-- $5 outcomes by which a stage is left, and not passed, $6 the types of $4, by which the ledger has an index.
, own as materialized (
  select id, workflow, holder, case when outcome = any($5::text[]) then ended_at end as abandoned_at
  from member
  where created_at < $3 and (ended_at is null or ended_at >= coalesce($2::timestamptz, '-infinity'))
),
declared as (
  select * from jsonb_to_recordset($4::jsonb) as declared (workflow text, type text, kind text)
),
event as (
  select own.id, own.holder, declared.kind, ledger.number, ledger.occurred_at, ledger.recorded_at, ledger.record
  from ledger
  join own on own.id = ledger.instance_id
  join declared on declared.workflow = own.workflow and declared.type = ledger.type
  where ledger.type = any($6::text[])
),
-- An event belongs to the stage that it left, and happened when that was left: a corrected time is in the spans.
raised as (
  select
    event.id, event.holder, event.kind, event.number, span.region, span.stage,
    coalesce(span.ended_at, event.occurred_at) as at
  from event
  left join span on span.instance_id = event.id and span.closed = event.number and span.stage <> 'none'
  where event.kind <> 'correction' and coalesce(span.ended_at, event.occurred_at) < $3
),
-- A correction belongs to the stage that the misdated event began, else to the one that it ended. What corrects a
-- relative's event for the same reason is no correction more.
corrected as (
  select event.holder, event.recorded_at as at, span.stage
  from event
  left join lateral (
    select stage from span
    where instance_id = event.id and (event.record ->> 'number')::int in (opened, closed) and stage <> 'none'
    order by opened desc limit 1
  ) as span on true
  where event.kind = 'correction' and not event.record ? 'by' and event.recorded_at < $3
),
found as (
  select id, region, stage, max(number) as last
  from raised
  where stage is not null
  group by id, region, stage
),
-- All time of an instance in a stage. The event that closes a span opens the next one, so that of one unbroken
-- visit all numbers but the outermost cancel out; what is open at the horizon is closed by no event, a number above all.
stay as materialized (
  select
    id, any_value(holder) as holder, region, stage, max(closed) as closed, max(ended_at) as ended_at,
    max(closed) - min(opened) = sum(closed - opened) as unbroken,
    max(closed) = 1000000000 as open,
    max(ended_at) is not distinct from any_value(abandoned_at) as abandoned
  from (
    select
      own.id, own.holder, own.abandoned_at, span.region, span.stage, span.opened, span.ended_at,
      case when span.ended_at < $3 then span.closed else 1000000000 end as closed
    from own
    join span on span.instance_id = own.id
    where span.stage <> 'none' and span.started_at < $3
  ) as seen
  group by id, region, stage
),
pass as (
  select
    stay.stage, stay.holder, count(*) as passed, count(*) filter (where stay.unbroken and found.id is null) as right_first
  from stay
  left join found using (id, region, stage)
  where not stay.open and not stay.abandoned
    and stay.ended_at >= coalesce($2::timestamptz, '-infinity')
    and found.last is distinct from stay.closed
  group by stay.stage, stay.holder
),
again as (
  select id, holder, region, stage, min(opened) as opened, min(started_at) as started_at, max(ended_at) as ended_at
  from (
    select
      stay.id, stay.holder, stay.region, stay.stage, part.*,
      count(*) filter (where part.began) over (partition by stay.id, stay.region, stay.stage order by part.opened) as visit
    from stay
    cross join lateral (
      select
        opened, started_at, coalesce(ended_at, 'infinity') as ended_at,
        lag(closed) over (order by opened) is distinct from opened as began
      from span
      where span.instance_id = stay.id and span.region = stay.region and span.stage = stay.stage and span.started_at < $3
    ) as part
    where not stay.unbroken
  ) as visited
  where visit > 1
  group by id, holder, region, stage, visit
),
told as (
  select stage, holder, kind as what from raised where at >= coalesce($2::timestamptz, '-infinity')
  union all
  select stage, holder, 'correction' from corrected where at >= coalesce($2::timestamptz, '-infinity')
  union all
  select stage, holder, 'reEntry' from again where started_at >= coalesce($2::timestamptz, '-infinity')
  union all
  -- As a value and not as a condition: a join of the two is planned row by row, for what few rows are expected.
  select stage, holder, case when (id, opened) in (select id, number from raised where kind = 'return') then 'redelivery' end
  from again
  where ended_at < $3 and ended_at >= coalesce($2::timestamptz, '-infinity')
)
select stage, holder, 'passed' as what, passed::int as times from pass
union all
select stage, holder, 'right', right_first::int from pass
union all
select stage, holder, what, count(*)::int
from told
where what is not null
group by stage, holder, what
union all
select null, null, 'case', count(*)::int
from reported
where coalesce(first_submitted_at, created_at) < $3 and (ended_at is null or ended_at >= coalesce($2::timestamptz, '-infinity'))
