-- Whether there are $2 holders beside $1. One look into the index for each, and for no more than it takes.
with recursive known as (
  (select holder, 1 as place from instance where holder is not null order by holder limit 1)
  union all
  select (select holder from instance where holder > known.holder order by holder limit 1), place + 1
  from known
  where known.holder is not null and place <= $2
)
select count(*) >= $2 as enough from known where holder <> $1
