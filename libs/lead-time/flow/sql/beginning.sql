-- When the first case of the report began. $2 horizon.
select min(coalesce(first_submitted_at, created_at)) as at
from reported
where coalesce(first_submitted_at, created_at) < $2
