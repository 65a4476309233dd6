-- A case is one visit, from its first to its last event.
select
  'total' as key,
  min(occurred_at) as began_at,
  max(occurred_at) as ended_at,
  0::numeric as waiting
from event_log_event
where log_id = $1
group by case_id
