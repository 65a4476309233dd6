-- The clock cycles of a report, as they stood at its horizon. $2 the period's beginning or null, $3 the first
-- moment after the horizon, $4 the civil day of the horizon, $5 the civil day before the period's first or null.
-- A breach is told by the due date and not by the outcome, which waits for a timer: a clock that stands paused is
-- not breached, and one that was met or dropped in time never was.
cycle as (
  select
    clock.key, clock.instance_id, clock.started, clock.started_at, clock.due, clock.pauses, clock.extended, clock.ended_at,
    member.root_id, member.workflow, member.part, member.occasion, member.holder,
    (clock.started_at at time zone 'Europe/Stockholm')::date as started_on,
    (clock.ended_at at time zone 'Europe/Stockholm')::date as ended_on,
    clock.ended_at is null or clock.ended_at >= $3 as running,
    case
      when breach.passed then 'breached'
      when clock.ended_at < $3 then clock.outcome
    end as outcome,
    breach.passed and clock.due >= coalesce($5::date, '-infinity') or not breach.passed and clock.ended_at < $3 as decided
  from member
  join clock_cycle as clock on clock.instance_id = member.id
  cross join lateral (
    select
      clock.due is not null and clock.due < $4::date
        and (clock.outcome = 'breached'
          or clock.outcome = 'running' and not (clock.pauses <> '[]' and clock.pauses -> -1 ->> 'to' is null))
        as passed
  ) as breach
  where clock.started_at < $3 and (clock.ended_at is null or clock.ended_at >= coalesce($2::timestamptz, '-infinity'))
),
-- Why a deadline was extended is free text and stays with the event's payload; here only whether it is there.
extension as (
  select
    cycle.instance_id, cycle.key, cycle.started,
    (ledger.occurred_at at time zone 'Europe/Stockholm')::date as decided_on,
    case
      when payload.digest is null and ledger.payload_digest is not null then 'disposed'
      when coalesce(payload.body ->> 'reason', '') ~ '\S' then 'given'
      else 'missing'
    end as reason
  from clock_cycle as cycle
  join ledger on ledger.instance_id = cycle.instance_id and ledger.number = cycle.extended
  left join payload on payload.digest = ledger.payload_digest
  where cycle.extended is not null and ledger.occurred_at < $3
)
