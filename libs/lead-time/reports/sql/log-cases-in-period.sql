-- Cases of which something lies in the period.
select count(*)::int as cases
from (
  select
  from event_log_event
  where log_id = $1
  group by case_id
  having min(occurred_at) < coalesce($3::timestamptz, 'infinity')
    and max(occurred_at) >= coalesce($2::timestamptz, '-infinity')
) as in_period
