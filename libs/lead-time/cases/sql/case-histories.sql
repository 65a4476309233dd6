-- What is known of the trees of instances below the roots $1: one compact JSON a tree (`WrittenHistory`). It is
-- read as it stands or kept, so it is written once, here. Instances go by their place in the list, times are
-- epoch milliseconds, and all lists are in the order in which reports want them.
with tree as (
  select
    instance.*,
    row_number() over (partition by root_id order by id) - 1 as place
  from instance
  where root_id = any($1)
),
instances as (
  select
    root_id,
    sum(version)::int as version,
    json_agg(json_build_array(
      id, workflow, parent_id, holder, part, occasion, depends_on, outcome,
      floor(extract(epoch from created_at) * 1000)::bigint,
      floor(extract(epoch from first_submitted_at) * 1000)::bigint,
      floor(extract(epoch from ended_at) * 1000)::bigint
    ) order by place) as list
  from tree
  group by root_id
),
spans as (
  select
    tree.root_id,
    json_agg(json_build_array(
      place, region, opened, leaf, stage, activity, party, cause, coalesce(span.holder, tree.holder),
      floor(extract(epoch from started_at) * 1000)::bigint,
      floor(extract(epoch from span.ended_at) * 1000)::bigint
    ) order by started_at, opened) as list
  from tree join span on span.instance_id = tree.id
  group by tree.root_id
),
milestones as (
  select
    tree.root_id,
    json_agg(json_build_array(place, key, floor(extract(epoch from at) * 1000)::bigint) order by at, number) as list
  from tree join milestone on milestone.instance_id = tree.id and milestone.root_id = any($1)
  group by tree.root_id
),
events as (
  select root_id, json_agg(json_build_array(place, moments)) as list
  from (
    select
      tree.root_id, place,
      json_agg(floor(extract(epoch from occurred_at) * 1000)::bigint order by occurred_at) as moments
    from tree join ledger on ledger.instance_id = tree.id
    group by tree.root_id, place
  ) as happened
  group by root_id
)
select
  root_id as "rootId",
  version,
  json_build_array(instances.list, spans.list, milestones.list, events.list) as history
from instances
left join spans using (root_id)
left join milestones using (root_id)
left join events using (root_id)
