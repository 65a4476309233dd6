-- A page of a log's cases. $2: the last case of the page before.
select case_id as id
from event_log_event
where log_id = $1 and number = 1 and case_id > $2
order by case_id
limit $3
