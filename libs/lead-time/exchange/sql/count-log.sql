update event_log
set cases = counted.cases, events = counted.events
from (
  select count(distinct case_id)::int as cases, count(*)::int as events
  from event_log_event
  where log_id = $1
) as counted
where id = $1
returning event_log.cases, event_log.events;
