-- The clocks of the instances of data holders. Each says whose it is, so that of one holder those of others need no look.
clock as not materialized (
  select told.*
  from reported join clock_cycle as told on told.instance_id = reported.id and told.holder = reported.holder
),
