-- The own time of visits to the stages $7, by stage and holder: of the holder $8 of every visit, of the others the
-- median alone. Holders stay unnamed. Parameters otherwise as of turns.sql.
--
-- All time of an instance in a stage. The event that closed a span opened the next, so that of one unbroken visit all
-- numbers but the outermost cancel out; only what was entered again needs a look at single spans.
, seen as materialized (
  select id, holder, region, stage, opened, closed, started_at, ended_at, until, part
  from turn
  where stage = any($7::text[])
),
portion as not materialized (
  select
    seen.*,
    case when part = 'own' then until - started_at end as own,
    case when part = 'own' and started_at < $2::timestamptz then least(until, $2) - started_at end as before
  from seen
),
stay as (
  select
    id, holder, region, stage, max(ended_at) as ended_at, sum(own) as own, sum(before) as before,
    max(closed) - min(opened) = sum(closed - opened) as unbroken
  from portion
  group by id, holder, region, stage
),
begun as (
  select portion.*, lag(closed) over (partition by id, region, stage order by opened) is distinct from opened as began
  from portion
  where (id, region, stage) in (select id, region, stage from stay where not unbroken)
),
numbered as (
  select begun.*, count(*) filter (where began) over (partition by id, region, stage order by opened) as visit
  from begun
),
visit as (
  select holder, stage, ended_at, own, before from stay where unbroken
  union all
  select holder, stage, max(ended_at), sum(own), sum(before)
  from numbered
  group by id, holder, region, stage, visit
),
timed as (
  select
    holder, stage, ended_at < 'infinity' as closed,
    coalesce(extract(epoch from own) * 1000, 0)::float8 as own,
    coalesce(extract(epoch from before) * 1000, 0)::float8 as before
  from visit
  where ended_at >= coalesce($2::timestamptz, '-infinity')
)
select
  stage, holder = $8 as mine,
  count(*) filter (where closed)::int as n,
  percentile_cont(0.5) within group (order by own) filter (where closed) as median,
  coalesce(json_agg(own) filter (where holder = $8 and closed), '[]') as closed,
  coalesce(json_agg(own) filter (where holder = $8 and not closed), '[]') as open,
  coalesce(json_agg(before) filter (where holder = $8 and before > 0), '[]') as before
from timed
group by holder, stage
