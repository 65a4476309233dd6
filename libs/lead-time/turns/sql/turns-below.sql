-- Whose turn it was, span by span, in the instances of data holders in the trees below the roots $1: a row a tree that has
-- any (`WrittenTurns`), with words apart from numbers. It is read as it stands or kept, so it is written once, here.
-- Instances go by the same places as in visits/sql/trees.sql. Times are epoch milliseconds.
with placed as (
  select *, row_number() over (partition by root_id order by id) - 1 as place
  from instance
  where root_id = any($1)
),
member as (
  select
    root_id, id, place, workflow,
    dense_rank() over (partition by root_id order by workflow) - 1 as workflow_place,
    -- `offset 0`: looked up for the few that depend on any, and not worked out beforehand for all.
    exists (
      select from instance as other where other.id = any(placed.depends_on) and other.holder <> placed.holder offset 0
    ) as awaits_another,
    floor(extract(epoch from created_at) * 1000)::bigint as created,
    floor(extract(epoch from ended_at) * 1000)::bigint as ended
  from placed
  where holder is not null
),
turn as (
  select
    span.root_id, instance_id, region, stage, opened, activity, party, cause, told.leaf,
    dense_rank() over (partition by span.root_id order by stage, activity, party, cause, told.leaf) - 1 as kind,
    floor(extract(epoch from started_at) * 1000)::bigint as started,
    floor(extract(epoch from ended_at) * 1000)::bigint as ended,
    (lag(closed) over (partition by instance_id, region, stage order by opened) is distinct from opened)::int as begins
  from span
  join member on member.id = span.instance_id
  -- Only of a wait it is asked what it was for.
  cross join lateral (select case when activity <> 'assigned' then span.leaf end as leaf) as told
),
begun as (
  select member.root_id, least(min(created), min(started)) as began
  from member left join turn on turn.instance_id = member.id
  group by member.root_id
),
listed as (
  select
    instance_id, count(*) as turns,
    string_agg(
      concat_ws(',', kind, begins, started - began, coalesce(ended - started, -1)),
      ',' order by region, stage, opened
    ) as list
  from turn join begun using (root_id)
  group by instance_id
),
kinds as (
  select root_id, json_agg(json_build_array(stage, activity, party, cause, leaf) order by kind) as list
  from (select distinct root_id, kind, stage, activity, party, cause, leaf from turn) as kind
  group by root_id
),
tree as (
  select
    member.root_id,
    json_build_array(json_agg(distinct workflow), coalesce(min(kinds.list::text)::json, '[]'))::text as words,
    ('[' || began || ',' || string_agg(
      concat_ws(
        ',', place, workflow_place, awaits_another::int, created - began, coalesce(ended - created, -1),
        coalesce(listed.turns, 0), listed.list
      ),
      ',' order by place
    ) || ']')::json as turns
  from member
  join begun on begun.root_id = member.root_id
  left join listed on listed.instance_id = member.id
  left join kinds on kinds.root_id = member.root_id
  group by member.root_id, began
)
