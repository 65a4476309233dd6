-- A page of the breaches of the period, the longest over first. $6 today, $7 limit, $8 rows before the page.
-- Only whether an extension has its reason: free text, it stays with the event's payload.
, breach as (
  select cycle.*, coalesce((ended_at at time zone 'Europe/Stockholm')::date, $6::date) - due as days_over
  from cycle
  where decided = 'breached'
  order by days_over desc, due, key, instance_id, started
  limit $7 offset $8
)
select
  breach.key as clock, breach.instance_id as "instanceId", breach.workflow, breach.part, breach.occasion, breach.holder,
  root.id as "caseId", root.registration_number as "registrationNumber",
  breach.started_at as "startedAt", breach.ended_at as "endedAt", breach.pauses,
  (breach.started_at at time zone 'Europe/Stockholm')::date::text as started,
  breach.due::text as due, (breach.due + 1)::text as breached,
  (breach.ended_at at time zone 'Europe/Stockholm')::date::text as ended,
  (ledger.occurred_at at time zone 'Europe/Stockholm')::date::text as "extendedOn",
  case
    when ledger.number is null then null
    when payload.digest is null and ledger.payload_digest is not null then 'disposed'
    when coalesce(payload.body ->> 'reason', '') ~ '\S' then 'given'
    else 'missing'
  end as "extendedReason",
  breach.days_over as "daysOver"
from breach
join instance as root on root.id = breach.root_id
left join ledger
  on ledger.instance_id = breach.instance_id and ledger.number = breach.extended and ledger.occurred_at < $3
left join payload on payload.digest = ledger.payload_digest
order by days_over desc, due, clock, "instanceId", breach.started
