select instance.root_id as "rootId", ledger.instance_id as "instanceId", ledger.occurred_at as at
from ledger
join instance on instance.id = ledger.instance_id
where instance.root_id = any($1)
