-- Waiting and paused time inside [$2, $3) by party and cause, and how many of the spans were asked about inside it:
-- also of those that an answer for the whole wait has left without length. A span of stage `none` is nobody's wait.
, wait as not materialized (
  select told.* from reported join span as told on told.root_id = reported.id where reported.is_whole
  union all
  select told.* from reported join span as told on told.instance_id = reported.id where reported.parent_id is not null
)
select wait.party, wait.cause,
  count(*) filter (where part.since < part.until)::int as spans,
  coalesce(extract(epoch from sum(part.until - part.since) filter (where part.since < part.until)), 0)::float8 as seconds,
  count(*) filter (where part.asked)::int as asked
from wait
cross join lateral (
  select greatest(wait.started_at, $2::timestamptz) as since, least(wait.ended_at, $3::timestamptz) as until,
    wait.cause_asked_at >= coalesce($2::timestamptz, '-infinity') and wait.cause_asked_at < $3 as asked
) as part
where wait.activity <> 'assigned' and wait.stage <> 'none' and (part.since < part.until or part.asked)
group by wait.party, wait.cause
