select root_id as "rootId", instance_id as "instanceId", key, at
from milestone
where root_id = any($1)
