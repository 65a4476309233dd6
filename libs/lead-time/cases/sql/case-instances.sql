select
  id, root_id as "rootId", workflow, parent_id as "parentId", holder, part, occasion, depends_on as "dependsOn",
  outcome, created_at as "createdAt", first_submitted_at as "firstSubmittedAt", ended_at as "endedAt"
from instance
where root_id = any($1)
order by id
