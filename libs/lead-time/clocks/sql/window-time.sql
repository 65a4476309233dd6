-- Where the time of some windows went: $1 instances, $2 and $3 from when to when. Rows are counted from 1.
select
  clipped.window, clipped.stage, clipped.activity, clipped.cause,
  sum(extract(epoch from clipped.ended_at - clipped.started_at))::float8 as seconds
from (
  select
    asked.window, span.stage, span.activity, span.cause,
    greatest(span.started_at, asked.begins) as started_at, least(span.ended_at, asked.ends) as ended_at
  from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) with ordinality as asked (instance_id, begins, ends, "window")
  join span on span.instance_id = asked.instance_id
    and span.started_at < asked.ends and coalesce(span.ended_at, 'infinity') > asked.begins
) as clipped
group by clipped.window, clipped.stage, clipped.activity, clipped.cause
