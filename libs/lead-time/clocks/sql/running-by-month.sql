-- Cycles by the months in which they started, passed their due date and ended; null what was not by the horizon.
select
  to_char(month.started, 'YYYY-MM') as started, to_char(month.breached, 'YYYY-MM') as breached,
  to_char(month.ended, 'YYYY-MM') as ended,
  month.key, month.cycles
from (
  select
    key, date_trunc('month', started_at at time zone 'Europe/Stockholm') as started,
    case when breached then date_trunc('month', due + 1) end as breached,
    case when not running then date_trunc('month', ended_at at time zone 'Europe/Stockholm') end as ended,
    count(*)::int as cycles
  from cycle
  group by 1, 2, 3, 4
) as month
