-- What a report is over. `reported`: the instances that are its cases; `member`: these and all instances below
-- them, each with the case it belongs to. $1: the filters as JSON (`filtersOf`); null leaves a condition out.
-- What a form tells is kept with the instance that has the form, the root; a child beside that has its own track.
reported as not materialized (
  select id, root_id, parent_id, workflow, holder, part, occasion, outcome, first_submitted_at, created_at, ended_at
  from instance
  where (case when $1::jsonb ->> 'workflow' is null then parent_id is null else workflow = $1::jsonb ->> 'workflow' end)
    and (parent_id is not null or first_submitted_at is not null)
    and (
      $1::jsonb ->> 'holder' is null
      or holder = $1::jsonb ->> 'holder'
      or (parent_id is null and id in (
        select part.root_id from instance as part where part.holder = $1::jsonb ->> 'holder'
      ))
    )
    and (
      $1::jsonb ->> 'characteristics' is null
      or characteristics @> ($1::jsonb ->> 'characteristics')::text[]
      or (parent_id is not null and exists (
        select from instance as root
        where root.id = instance.root_id and root.parent_id is null
          and root.characteristics @> ($1::jsonb ->> 'characteristics')::text[]
      ))
    )
    and (parent_id is null or track is null or track = coalesce($1::jsonb ->> 'track', track))
    and (
      $1::jsonb ->> 'case' is null
      or registration_number = $1::jsonb ->> 'case'
      or id::text = lower($1::jsonb ->> 'case')
    )
),
member as not materialized (
  select reported.id as case_id, of_case.id, of_case.root_id, of_case.workflow, of_case.holder, of_case.part,
    of_case.occasion, of_case.outcome, of_case.created_at, of_case.ended_at
  from reported join instance as of_case on of_case.root_id = reported.id
  where reported.parent_id is null
  union all
  select id, id, root_id, workflow, holder, part, occasion, outcome, created_at, ended_at
  from reported
  where parent_id is not null
)
