-- Cycles by the months in which they started, passed their due date and ended; null what was not by the horizon.
select
  cycle.key,
  to_char(cycle.started_on, 'YYYY-MM') as started,
  case when cycle.outcome = 'breached' then to_char(cycle.due + 1, 'YYYY-MM') end as breached,
  case when not cycle.running then to_char(cycle.ended_on, 'YYYY-MM') end as ended,
  count(*)::int as cycles
from cycle
group by 1, 2, 3, 4
