-- The instances that are the cases of a report, in pages by id.
-- $1 workflow (null: those without a parent), $2 holder, $3 from, $4 horizon,
-- $5 registration number or id, $6 last id of the page before, $7 size.
select id, root_id as "rootId"
from instance
where (case when $1::text is null then parent_id is null else workflow = $1 end)
  and (parent_id is not null or first_submitted_at is not null)
  and coalesce(first_submitted_at, created_at) < $4
  and (ended_at is null or $3::timestamptz is null or ended_at >= $3)
  and (
    $2::text is null
    or holder = $2
    or (parent_id is null and exists (
      select from instance as part where part.root_id = instance.id and part.holder = $2
    ))
  )
  and ($5::text is null or registration_number = $5 or id::text = lower($5))
  and ($6::uuid is null or id > $6)
order by id
limit $7
