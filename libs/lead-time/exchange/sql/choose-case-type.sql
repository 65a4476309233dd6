-- Which type of object is the case where nobody said: one called "case", else the type to whose objects
-- the events are related most often, else the first by name. The answer of the import names the choice.
select imported_object.type
from imported_event
join imported_object on imported_object.id = imported_event.case_id
group by imported_object.type
order by
  lower(imported_object.type) = 'case' desc,
  count(*) desc,
  imported_object.type
limit 1;
