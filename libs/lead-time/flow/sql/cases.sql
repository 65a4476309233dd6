-- Whole cases, in cells of equal month of arrival and of departure. Parameters as of visits.sql.
visit as (
  select
    null as stage, started_at,
    case when ended_at < $3 or ($4 and ended_at = $3) then ended_at else 'infinity' end as ended_at,
    false as again, 0 as hand_offs
  from framed
  where started_at < $3 and (ended_at is null or ended_at >= $2)
)
