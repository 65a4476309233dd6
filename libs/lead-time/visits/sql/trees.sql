-- Visits to stages in the trees of instances below the roots $1, from their spans: a row a tree (`WrittenVisits`), with
-- words apart from numbers. It is read as it stands or kept, so it is written once, here. Times are epoch milliseconds.
with opened as (
  select root_id, instance_id, max(at) as at
  from milestone
  where root_id = any($1) and key = 'access'
  group by root_id, instance_id
),
-- From when to when each instance is timed, were it the case of a report: as sql/framed.sql has it.
member as (
  select
    root_id, id, parent_id, holder, outcome,
    row_number() over (partition by root_id order by id) - 1 as place,
    floor(extract(epoch from instance.ended_at) * 1000)::bigint as ended,
    floor(extract(epoch from coalesce(first_submitted_at, created_at)) * 1000)::bigint as begins,
    floor(extract(epoch from case
      when outcome is null then null
      when outcome in ('access', 'partial') then
        greatest(coalesce(first_submitted_at, created_at), coalesce(access.at, instance.ended_at))
      else greatest(coalesce(first_submitted_at, created_at), instance.ended_at)
    end) * 1000)::bigint as done
  from instance
  left join lateral (
    select max(at) as at
    from opened
    where opened.root_id = instance.root_id and (instance.parent_id is null or opened.instance_id = instance.id)
  ) as access on true
  where root_id = any($1)
),
marked as (
  select
    span.*,
    floor(extract(epoch from started_at) * 1000)::bigint as started,
    floor(extract(epoch from ended_at) * 1000)::bigint as ended,
    lag(closed) over stay is distinct from opened as begins
  from span
  where root_id = any($1) and stage <> 'none'
  window stay as (partition by instance_id, region, stage order by opened)
),
numbered as (
  select *, count(*) filter (where begins) over (partition by instance_id, region, stage order by opened) as number
  from marked
),
handed as (
  select
    *,
    assignee <> lag(assignee) over (
      partition by instance_id, region, stage, number, assignee is null order by opened
    ) as handed_over
  from numbered
),
visit as (
  select
    root_id, instance_id, region, stage, number,
    min(opened) as opened,
    case when count(*) = count(closed) then max(closed) end as closed,
    min(started) as started,
    case when count(*) = count(ended) then max(ended) end as ended,
    max(started) as last,
    count(*) as spans,
    count(*) filter (where handed_over) as hand_overs,
    string_agg(started::text, ',' order by opened) filter (where handed_over) as handed,
    count(*) filter (where recording_lag > 0) as late_spans,
    string_agg(recording_lag::text, ',' order by opened) filter (where recording_lag > 0) as late
  from handed
  group by root_id, instance_id, region, stage, number
),
begun as (
  select
    member.root_id,
    least(min(visit.started), min(member.begins)) as began,
    case
      when count(*) filter (where visit.started is not null and visit.ended is null or parent_id is null and done is null) = 0
        then greatest(max(visit.ended), max(done))
    end as ended
  from member left join visit on visit.instance_id = member.id
  group by member.root_id
),
track as (
  select root_id, region, stage, row_number() over (partition by root_id order by region, stage) - 1 as track
  from visit
  group by root_id, region, stage
),
visited as (
  select
    begun.root_id,
    string_agg(
      concat_ws(
        ',', place, track, number, opened, coalesce(closed, -1), started - began, coalesce(visit.ended - started, -1),
        last - started, spans, case when member.ended = visit.ended then 1 else 0 end, hand_overs, late_spans, handed, late
      ),
      ',' order by place, track, number
    ) as list
  from visit
  join member on member.id = visit.instance_id
  join begun on begun.root_id = visit.root_id
  join track on track.root_id = visit.root_id and track.region = visit.region and track.stage = visit.stage
  group by begun.root_id
),
named as (
  select
    member.root_id, array_agg(id order by place) as instances,
    json_agg(json_build_array(holder, outcome) order by place)::text as members,
    string_agg(concat_ws(',', begins - began, coalesce(done - begins, -1)), ',' order by place) as list
  from member join begun on begun.root_id = member.root_id
  group by member.root_id
),
tracks as (
  select root_id, json_agg(json_build_array(region, stage) order by track)::text as list
  from track
  group by root_id
),
tree as (
  select
    root_id, began, ended, instances, members, coalesce(tracks.list, '[]') as tracks,
    ('[' || concat_ws(',', began, cardinality(instances), named.list, visited.list) || ']')::json as visits
  from begun
  join named using (root_id)
  left join tracks using (root_id)
  left join visited using (root_id)
)
