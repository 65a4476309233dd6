-- Waiting and paused time inside [$2, $3) by party and cause, and how many of the spans were asked about inside it:
-- also of those that an answer for the whole wait has left without length. A span of stage `none` is nobody's wait.
select span.party, span.cause,
  count(*) filter (where part.since < part.until)::int as spans,
  coalesce(sum(extract(epoch from part.until - part.since)) filter (where part.since < part.until), 0)::float8 as seconds,
  count(*) filter (where part.asked)::int as asked
from member
join span on span.instance_id = member.id
cross join lateral (
  select greatest(span.started_at, $2::timestamptz) as since, least(span.ended_at, $3::timestamptz) as until,
    span.cause_asked_at >= coalesce($2::timestamptz, '-infinity') and span.cause_asked_at < $3 as asked
) as part
where span.activity <> 'assigned' and span.stage <> 'none' and (part.since < part.until or part.asked)
group by span.party, span.cause
