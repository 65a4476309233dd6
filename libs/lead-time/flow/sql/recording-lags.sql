-- How late the beginnings of spans were registered. $2 period's beginning, $3 horizon.
select span.stage as key, span.recording_lag as seconds, count(*)::int as spans
from member join span on span.instance_id = member.id
where span.stage <> 'none' and span.started_at >= $2 and span.started_at < $3
  and (member.ended_at is null or member.ended_at >= $2)
group by span.stage, span.recording_lag
order by span.stage, span.recording_lag
