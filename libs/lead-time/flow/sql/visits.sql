-- Visits by stage, as sql/cells.sql adds them up.
-- $2 what ended before it is of no interest, $3 horizon, $4 whether what ends exactly then is past,
-- $5 moments that part the months: the period's beginning, then the months' beginnings within it,
-- $6 since when departures count for the backlog.
--
-- All time of an instance in a stage. Most are one visit with one assignee, and need no look at single spans:
-- the event that closed a span opened the next, so that all numbers but the outermost cancel out.
stay as (
  select
    instance_id, region, stage, min(started_at) as started_at, max(ended_at) as ended_at,
    max(closed) - min(opened) = sum(closed - opened)
      and min(hashtextextended(assignee, 0)) is not distinct from max(hashtextextended(assignee, 0)) as plain
  from (
    select
      span.instance_id, span.region, span.stage, span.opened, span.assignee, span.started_at,
      case when span.ended_at < $3 or ($4 and span.ended_at = $3) then span.closed else 1000000000 end as closed,
      case when span.ended_at < $3 or ($4 and span.ended_at = $3) then span.ended_at else 'infinity' end as ended_at
    from span
    where span.stage <> 'none' and span.started_at < $3
      -- As a join it would hash the spans, of which there are many more; `is true` keeps it a look-up.
      and (span.instance_id in (select id from member where ended_at is null or ended_at >= $2)) is true
  ) as seen
  group by instance_id, region, stage
),
begun as (
  select
    span.instance_id, span.region, span.stage, span.opened, span.assignee, span.started_at,
    case when span.ended_at < $3 or ($4 and span.ended_at = $3) then span.ended_at else 'infinity' end as ended_at,
    lag(span.closed) over stay is distinct from span.opened as began
  from span
  where span.started_at < $3
    and ((instance_id, region, stage) in (select instance_id, region, stage from stay where not plain)) is true
  window stay as (partition by span.instance_id, span.region, span.stage order by span.opened)
),
numbered as (
  select begun.*, count(*) filter (where began) over stay as visit
  from begun
  window stay as (partition by instance_id, region, stage order by opened)
),
handed as (
  select
    numbered.*,
    assignee <> lag(assignee) over (
      partition by instance_id, region, stage, visit, assignee is null order by opened
    ) as handed_over
  from numbered
),
visit as (
  select stage, started_at, ended_at, false as again, 0 as hand_offs from stay where plain
  union all
  select
    stage, min(started_at), max(ended_at), visit > 1,
    count(*) filter (where handed_over and started_at >= ($5::timestamptz[])[1])
  from handed
  group by instance_id, region, stage, visit
)
