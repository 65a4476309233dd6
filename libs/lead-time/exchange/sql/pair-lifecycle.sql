-- Gives each completion the start of its execution: of one case, activity and instance, first started is first
-- completed. A completion that finds no open start (the balance of starts and completions reaches a new low)
-- stays as it is. Starts that never complete, and transitions of other kinds, are no visits and go.
with transition as (
  select
    position, case_id, activity, instance, occurred_at,
    lower(coalesce(lifecycle, 'complete')) as kind
  from imported_event
),
balance as (
  select *,
    sum(case kind when 'start' then 1 else -1 end) over execution as open_starts
  from transition
  where kind in ('start', 'complete')
  window execution as (partition by case_id, activity, instance order by occurred_at, position)
),
low as (
  select *,
    least(0, coalesce(min(open_starts) over earlier, 0)) as lowest_before
  from balance
  window earlier as (
    partition by case_id, activity, instance
    order by occurred_at, position
    rows between unbounded preceding and 1 preceding
  )
),
ranked as (
  select *,
    row_number() over (
      partition by case_id, activity, instance, kind
      order by occurred_at, position
    ) as rank
  from low
  where kind = 'start' or open_starts >= lowest_before
)
update imported_event
set started_at = coalesce(imported_event.started_at, start.occurred_at)
from ranked as complete
join ranked as start
  on start.kind = 'start'
  and start.rank = complete.rank
  and start.case_id = complete.case_id
  and start.activity = complete.activity
  and start.instance is not distinct from complete.instance
where complete.kind = 'complete' and imported_event.position = complete.position;
