-- What cases are called outside: a child by the number of its root. $1 ids.
select case_.id, root.registration_number as number
from instance as case_ join instance as root on root.id = case_.root_id
where case_.id = any($1)
