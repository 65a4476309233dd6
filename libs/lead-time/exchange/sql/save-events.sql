insert into event_log_event
  (log_id, case_id, number, activity, occurred_at, started_at, previous_at, resource)
select
  $1, case_id, row_number() over in_case, activity, occurred_at, started_at,
  lag(occurred_at) over in_case, resource
from imported_event
window in_case as (partition by case_id order by occurred_at, position);
