-- A page of the breaches of the period, the longest over first. $6 today, $7 limit, $8 rows before the page.
select
  key as clock, instance_id as "instanceId", holder, root_id as "caseId",
  started_at as "startedAt", ended_at as "endedAt", pauses, extended,
  (started_at at time zone 'Europe/Stockholm')::date::text as started,
  due::text as due, (due + 1)::text as breached,
  (ended_at at time zone 'Europe/Stockholm')::date::text as ended,
  days_over as "daysOver"
from (
  select cycle.*, coalesce((ended_at at time zone 'Europe/Stockholm')::date, $6::date) - due as days_over
  from cycle
  where decided = 'breached'
  order by days_over desc, cycle.due, key, instance_id, cycle.started
  limit $7 offset $8
) as breach
order by days_over desc, due, key, instance_id, breach.started
