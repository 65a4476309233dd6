-- Days from first submission: to access (`access`), to the answer to a request (`answer`), and so far (`open`).
select
  kind, count(*)::int as n, avg(days)::float8 as mean,
  percentile_cont(0.5) within group (order by days) as p50
from (
  select
    case
      when ended_at is null or ended_at > $3 or (ended_at = $3 and not $4) then 'open'
      when $2::timestamptz is not null and ended_at < $2 then null
      when outcome in ('access', 'partial') then 'access'
      when outcome = 'answered' then 'answer'
    end as kind,
    (extract(epoch from least(ended_at, $3) - started_at) / 86400)::float8 as days
  from decided
) as timed
where kind is not null
group by kind
