-- Every event of a case but the first ends a visit of its activity: from its own start, else from the case's
-- previous event. What lies between the previous event and an own start is waiting.
select
  activity as key,
  coalesce(started_at, previous_at) as began_at,
  occurred_at as ended_at,
  greatest(extract(epoch from started_at - previous_at), 0) as waiting
from event_log_event
where log_id = $1 and previous_at is not null
