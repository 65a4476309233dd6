-- Cases with what became of the application: a permit, or an end without one. $2 from, $3 horizon,
-- $4 whether what happens exactly then is past.
decided as (
  select
    root.characteristics, framed.started_at, framed.ended_at, framed.outcome,
    case
      when framed.permitted_at is not null or framed.outcome in ('access', 'partial') then 'permit'
      else framed.outcome
    end as decision,
    coalesce(framed.permitted_at, framed.ended_at) as decided_at
  from framed join instance as root on root.id = framed.root_id
  where framed.started_at < $3
)
