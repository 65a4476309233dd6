select id, registration_number as number
from instance
where id = any($1) and registration_number is not null
