-- From when to when each case is timed: `frameOf` for reports that add cases up in the database. First submission
-- (of a child: its creation) to access to the last part, or to the end without access; null while it has no end.
-- `permitted_at`: when the permit was issued first.
framed as (
  select
    reported.id, reported.root_id, reported.outcome, marked.permitted_at,
    coalesce(reported.first_submitted_at, reported.created_at) as started_at,
    case
      when reported.outcome is null then null
      else greatest(
        coalesce(reported.first_submitted_at, reported.created_at),
        case when reported.outcome in ('access', 'partial') then coalesce(marked.opened_at, reported.ended_at)
          else reported.ended_at end
      )
    end as ended_at
  from reported
  left join (
    select
      case_id,
      max(at) filter (where key = 'access') as opened_at,
      min(at) filter (where key = 'permit') as permitted_at
    from (
      select reported.id as case_id, milestone.key, milestone.at
      from reported join milestone on milestone.root_id = reported.id
      where reported.is_whole and milestone.key in ('access', 'permit')
      union all
      select reported.id, milestone.key, milestone.at
      from reported join milestone on milestone.instance_id = reported.id
      where reported.parent_id is not null and milestone.key in ('access', 'permit')
    ) as reached
    group by case_id
  ) as marked on marked.case_id = reported.id
)
