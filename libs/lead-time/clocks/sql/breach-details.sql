-- Of the cycles $1 (case), $2 (instance), $3 (ledger number of the event that extended it): the case's number, what the
-- instance is, and when and why the cycle was extended, as known before $4. Only whether an extension has its reason: free text, it stays with the event's payload.
select
  root.registration_number as "registrationNumber", own.workflow, own.part, own.occasion,
  (ledger.occurred_at at time zone 'Europe/Stockholm')::date::text as "extendedOn",
  case
    when ledger.number is null then null
    when payload.digest is null and ledger.payload_digest is not null then 'disposed'
    when coalesce(payload.body ->> 'reason', '') ~ '\S' then 'given'
    else 'missing'
  end as "extendedReason"
from unnest($1::uuid[], $2::uuid[], $3::int[]) with ordinality as asked (root_id, instance_id, extended, place)
join instance as root on root.id = asked.root_id
join instance as own on own.id = asked.instance_id
left join ledger
  on ledger.instance_id = asked.instance_id and ledger.number = asked.extended and ledger.occurred_at < $4
left join payload on payload.digest = ledger.payload_digest
order by place
