-- The clocks of the cases of a report, with all below a whole case.
clock as not materialized (
  select told.* from reported join clock_cycle as told on told.root_id = reported.id where reported.is_whole
  union all
  select told.* from reported join clock_cycle as told on told.instance_id = reported.id where reported.parent_id is not null
),
