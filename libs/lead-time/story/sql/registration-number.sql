select registration_number as "registrationNumber"
from instance
where id = $1
