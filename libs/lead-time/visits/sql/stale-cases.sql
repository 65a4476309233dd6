-- $2 roots.
select id, root_id as "rootId", parent_id is not null as "isPart"
from reported
where root_id = any($2)
