-- A page of the breaches of the period, the longest over first. $6 today, $7 limit, $8 rows before the page.
select
  cycle.key as clock, cycle.instance_id as "instanceId", cycle.workflow, cycle.part, cycle.occasion, cycle.holder,
  root.id as "caseId", root.registration_number as "registrationNumber",
  cycle.started_at as "startedAt", cycle.ended_at as "endedAt", cycle.pauses,
  cycle.started_on::text as started, cycle.due::text as due, (cycle.due + 1)::text as breached, cycle.ended_on::text as ended,
  extension.decided_on::text as "extendedOn", extension.reason as "extendedReason",
  coalesce(cycle.ended_on, $6::date) - cycle.due as "daysOver"
from cycle
join instance as root on root.id = cycle.root_id
left join extension using (instance_id, key, started)
where cycle.decided and cycle.outcome = 'breached'
order by "daysOver" desc, cycle.due, cycle.key, cycle.instance_id, cycle.started
limit $7 offset $8
