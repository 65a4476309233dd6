-- The cases of a report in pages by id. $2 from, $3 horizon, $4 last id of the page before, $5 size.
select id, root_id as "rootId"
from reported
where coalesce(first_submitted_at, created_at) < $3
  and (ended_at is null or $2::timestamptz is null or ended_at >= $2)
  and ($4::uuid is null or id > $4)
order by id
limit $5
