-- The instances that the report is over, and their time inside the period from creation to end. Parameters as of turns.sql.
select
  workflow,
  count(*) filter (where ended_at < $3)::int as n,
  count(*) filter (where ended_at < $3 is not true)::int as open,
  (extract(epoch from sum(least(ended_at, $4::timestamptz) - greatest(created_at, $2::timestamptz))) * 1000)::float8
    as milliseconds
from member
where created_at < $4 and (ended_at is null or ended_at >= coalesce($2::timestamptz, '-infinity'))
group by workflow
order by workflow
