-- Whole cases, in cells of equal month of arrival and of departure. $2 what ended before it is of no interest,
-- $3 horizon, $4 whether what ends exactly then is past, $5 moments that part the months: the period's beginning, then the
-- months' beginnings within it, $6 since when departures count for the backlog. Epoch milliseconds.
, whole as (
  select started, case when ended < $3 or ($4 and ended = $3) then ended end as ended
  from (
    select
      floor(extract(epoch from started_at) * 1000)::bigint as started,
      floor(extract(epoch from ended_at) * 1000)::bigint as ended
    from framed
  ) as timed
  where started < $3 and (ended is null or ended >= $2)
)
select
  width_bucket(started, $5::bigint[]) as arrived,
  width_bucket(ended, $5::bigint[]) as departed,
  case when ended is null then ($3 - started)::float8 / 1000 end as age,
  count(*)::int as visits, 0 as again, 0 as "handOffs",
  count(*) filter (where ended >= $6)::int as recent,
  sum(ended - started)::float8 / 1000 as length,
  coalesce(
    sum(least(ended, $3) - greatest(started, ($5::bigint[])[1])) filter (where ended is null or ended > ($5::bigint[])[1]),
    0
  )::float8 / 1000 as occupied
from whole
group by arrived, departed, age
