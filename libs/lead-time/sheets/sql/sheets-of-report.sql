-- The cases of a report with what is kept of each: its sheet, where nothing in it depends on the period; else its
-- history; else neither. $2 readings, $3 reckoning, $4 from, $5 horizon, $6 whether what is settled exactly then counts.
-- $7 the milestone that starts the clock; null: none is needed.
-- What was kept of an earlier version of a case does not count: every event makes a version.
, present as materialized (
  select root_id, sum(version)::int as version
  from instance
  group by root_id
)
select
  reported.id,
  case when case_sheet.case_id is null then reported.root_id end as "rootId",
  case_sheet.sheet,
  case_history.history
from reported
join present using (root_id)
left join case_sheet
  on case_sheet.reading = any($2)
  and case_sheet.case_id = reported.id
  and case_sheet.version = present.version
  and case_sheet.reckoning = $3
  and ($4::timestamptz is null or case_sheet.begins_at >= $4)
  and (case_sheet.settled_at < $5 or ($6 and case_sheet.settled_at = $5))
left join case_history
  on case_sheet.case_id is null
  and case_history.root_id = reported.root_id
  and case_history.version = present.version
where coalesce(reported.first_submitted_at, reported.created_at) < $5
  and (reported.ended_at is null or $4::timestamptz is null or reported.ended_at >= $4)
  and ($7::text is null or exists (
    select from milestone where milestone.instance_id = reported.id and milestone.key = $7
  ))
