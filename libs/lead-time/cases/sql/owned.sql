-- The inquiries and releases of data holders, each as a case of its own: `member` and `reported` are the same. Those of the
-- holder that the filters $1 name, of every holder where they name none: :wanted is `ownedConditions`.
-- Not written down before it is read: rows of `instance` are wide, and an index has what most reports ask of them.
member as not materialized (
  select id, root_id, parent_id, workflow, holder, part, occasion, outcome, first_submitted_at, created_at, ended_at
  from instance
  where :wanted
),
reported as not materialized (
  select *, false as is_whole from member
)
