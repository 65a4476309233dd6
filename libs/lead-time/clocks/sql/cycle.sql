-- The clock cycles of a report, from `clock`, as they stood at its horizon. $2 the period's beginning or null, $3 the first
-- moment after the horizon, $4 the civil day of the horizon, $5 the civil day before the period's first or null.
-- A breach is told by the due date and not by the outcome, which waits for a timer: a clock that stands paused is
-- not breached, and one that was met or dropped in time never was.
cycle as (
  select
    clock.key, clock.instance_id, clock.root_id, clock.holder, clock.started, clock.started_at, clock.due, clock.pauses,
    clock.extended, clock.ended_at,
    clock.ended_at is null or clock.ended_at >= $3 as running,
    breach.passed as breached,
    case
      when breach.passed then case when clock.due >= coalesce($5::date, '-infinity') then 'breached' end
      when clock.ended_at < $3 then clock.outcome
    end as decided
  from clock
  cross join lateral (
    select
      clock.due is not null and clock.due < $4::date
        and (clock.outcome = 'breached'
          or clock.outcome = 'running' and not (clock.pauses <> '[]' and clock.pauses -> -1 ->> 'to' is null))
        as passed
  ) as breach
  where clock.started_at < $3 and (clock.ended_at is null or clock.ended_at >= coalesce($2::timestamptz, '-infinity'))
)
