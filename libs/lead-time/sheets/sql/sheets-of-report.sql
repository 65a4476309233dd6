-- The cases of a report with what is kept of each: its sheet, where nothing in it depends on the period; else its
-- history; else neither. $2 roots of the trees of whose present version nothing is kept, $3 readings, $4 reckoning, $5 from,
-- $6 horizon, $7 whether what is settled exactly then counts. $8 the milestone that starts the clock; null: none is needed.
-- $9 whether to tell the sheets, $10 the histories; $11 only of these cases; null: of all.
select
  reported.id, reported.root_id as "rootId",
  case_sheet.xmin::text as "sheetMark", kept.xmin::text as "historyMark",
  case when $9 then case_sheet.words end as words, case when $9 then case_sheet.numbers end as numbers,
  case when $10 and case_sheet.case_id is null then kept.history::text end as history
from reported
left join case_history as kept on kept.root_id = reported.root_id and kept.root_id <> all($2)
-- A sheet can be left over from a version before the one that is kept: what was settled then goes on now.
left join case_sheet
  on case_sheet.reading = any($3)
  and case_sheet.case_id = reported.id
  and case_sheet.version = kept.version
  and case_sheet.reckoning = $4
  and ($5::timestamptz is null or case_sheet.begins_at >= $5)
  and (case_sheet.settled_at < $6 or ($7 and case_sheet.settled_at = $6))
where coalesce(reported.first_submitted_at, reported.created_at) < $6
  and (reported.ended_at is null or $5::timestamptz is null or reported.ended_at >= $5)
  and ($8::text is null or exists (
    select from milestone where milestone.instance_id = reported.id and milestone.key = $8
  ))
  and ($11::uuid[] is null or reported.id = any($11))
