-- Which of the optional columns of a log hold anything at all.
select
  id,
  exists (select from event_log_event where log_id = id and started_at is not null) as starts,
  exists (select from event_log_event where log_id = id and resource is not null) as resources
from event_log
where name = $1
