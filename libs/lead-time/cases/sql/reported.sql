-- What a report is over. `reported`: the instances that are its cases; `member`: these and all instances below
-- them, each with the case it belongs to. $1 the filters, :wanted what they mean (`reportedConditions`).
-- Neither is written down before it is read: what they are joined with is read whole, by several processes.
reported as not materialized (
  select
    id, root_id, parent_id, workflow, holder, part, occasion, outcome, first_submitted_at, created_at, ended_at,
    -- Not as "parent_id is null": where that is asked for twice the planner takes it for two conditions.
    num_nulls(parent_id) <> 0 as is_whole
  from instance
  where :wanted
),
member as not materialized (
  select reported.id as case_id, of_case.id, of_case.root_id, of_case.workflow, of_case.holder, of_case.part,
    of_case.occasion, of_case.outcome, of_case.created_at, of_case.ended_at
  from reported join instance as of_case on of_case.root_id = reported.id
  where reported.is_whole
  union all
  select id, id, root_id, workflow, holder, part, occasion, outcome, created_at, ended_at
  from reported
  where parent_id is not null
)
