-- Applications by what they are told apart by.
select characteristics, submitted, decision, count(*)::int as cases
from (
  select
    characteristics,
    $2::timestamptz is null or started_at >= $2 as submitted,
    case
      when (decided_at < $3 or ($4 and decided_at = $3)) and ($2::timestamptz is null or decided_at >= $2) then decision
    end as decision
  from decided
) as seen
where submitted or decision is not null
group by characteristics, submitted, decision
