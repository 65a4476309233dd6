-- How long it was whose turn inside the period. Parameters as of turns.sql.
-- What lies outside counts nothing, and is not left out before: that would be asked of every span there is.
select part, stage, activity, cause, (extract(epoch from sum(within)) * 1000)::float8 as milliseconds
from (
  select part, stage, activity, cause, greatest(until - greatest(started_at, $2::timestamptz), '0') as within
  from turn
) as clipped
group by part, stage, activity, cause
having sum(within) > '0'
