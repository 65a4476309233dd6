-- A page of a log's events in the order in which a report counts them. $2, $3: the last event of the page before.
select
  case_id as "caseId", number, activity, resource,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time,
  to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as start
from event_log_event
where log_id = $1 and (case_id, number) > ($2, $3)
order by case_id, number
limit $4
