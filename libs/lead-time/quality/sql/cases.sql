-- Cases that had begun by the horizon and went on in the period. $2 the period's beginning or null, $3 the first moment
-- after its horizon.
select count(*)::int as cases
from reported
where coalesce(first_submitted_at, created_at) < $3 and (ended_at is null or ended_at >= coalesce($2::timestamptz, '-infinity'))
