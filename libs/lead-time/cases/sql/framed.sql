-- From when to when each case is timed: `frameOf` for reports that add cases up in the database. First submission
-- (of a child: its creation) to access to the last part, or to the end without access; null while it has no end.
framed as (
  select
    reported.id, reported.outcome,
    coalesce(reported.first_submitted_at, reported.created_at) as started_at,
    case
      when reported.outcome is null then null
      else greatest(
        coalesce(reported.first_submitted_at, reported.created_at),
        case when reported.outcome in ('access', 'partial') then coalesce(opened.last_at, reported.ended_at)
          else reported.ended_at end
      )
    end as ended_at
  from reported
  left join (
    select member.case_id, max(milestone.at) as last_at
    from milestone join member on member.id = milestone.instance_id
    where milestone.key = 'access'
    group by member.case_id
  ) as opened on opened.case_id = reported.id
)
