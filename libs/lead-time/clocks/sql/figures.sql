-- Cycles that are alike in everything a figure looks at, counted. $6 today, $7 `month` or `holder`, $8 keys of
-- the clocks that are a holder's.
select
  cycle.key,
  case
    when $7 = 'month' then case
      when cycle.decided then to_char(case cycle.outcome when 'breached' then cycle.due + 1 else cycle.ended_on end, 'YYYY-MM')
    end
    when cycle.key = any($8::text[]) then coalesce(cycle.holder, 'none')
  end as part,
  case when cycle.decided then cycle.outcome end as decided,
  cycle.running,
  cycle.running and cycle.outcome = 'breached' as overdue,
  extension.reason as extension,
  case when cycle.outcome = 'met' then cycle.ended_on - cycle.started_on end as used,
  case when cycle.outcome = 'met' then cycle.due - cycle.ended_on end as left,
  case when cycle.decided and cycle.outcome = 'breached' then coalesce(cycle.ended_on, $6::date) - cycle.due end as over,
  count(*)::int as cycles
from cycle
left join extension using (instance_id, key, started)
where cycle.decided or cycle.running
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
