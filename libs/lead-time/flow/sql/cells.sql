select
  stage as key,
  width_bucket(started_at, $5::timestamptz[]) as arrived,
  case when ended_at < 'infinity' then width_bucket(ended_at, $5::timestamptz[]) end as departed,
  case when ended_at = 'infinity' then extract(epoch from $3 - started_at)::float8 end as age,
  count(*)::int as visits,
  count(*) filter (where again)::int as again,
  sum(hand_offs)::int as "handOffs",
  count(*) filter (where ended_at >= $6 and ended_at < 'infinity')::int as recent,
  (sum(extract(epoch from ended_at - started_at)) filter (where ended_at < 'infinity'))::float8 as length,
  coalesce(
    sum(extract(epoch from least(ended_at, $3) - greatest(started_at, ($5::timestamptz[])[1])))
      filter (where ended_at > ($5::timestamptz[])[1]),
    0
  )::float8 as occupied
from visit
group by stage, arrived, departed, age
