-- Visits to stages in the trees of instances below the roots $1, from their spans: one compact JSON a tree
-- (`WrittenVisits`). It is read as it stands or kept, so it is written once, here. Times are epoch milliseconds.
with member as (
  select
    root_id, id, holder, outcome,
    floor(extract(epoch from ended_at) * 1000)::bigint as ended,
    row_number() over (partition by root_id order by id) - 1 as place
  from instance
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
    json_agg(started order by opened) filter (where handed_over) as handed,
    json_agg(recording_lag order by opened) filter (where recording_lag > 0) as late
  from handed
  group by root_id, instance_id, region, stage, number
),
begun as (
  select root_id, min(started) as began, case when count(*) = count(ended) then max(ended) end as ended
  from visit
  group by root_id
),
track as (
  select root_id, region, stage, row_number() over (partition by root_id order by region, stage) - 1 as track
  from visit
  group by root_id, region, stage
),
visited as (
  select
    begun.root_id, begun.began, begun.ended,
    json_agg(
      case
        when handed is null and late is null and (outcome is null or member.ended is distinct from visit.ended) then
          json_build_array(place, track, number, opened, closed, started - began, visit.ended - started, last - started, spans)
        else
          json_build_array(
            place, track, number, opened, closed, started - began, visit.ended - started, last - started, spans,
            handed, late, case when member.ended = visit.ended then outcome end
          )
      end
      order by place, track, number
    ) as visits
  from visit
  join member on member.id = visit.instance_id
  join begun on begun.root_id = visit.root_id
  join track on track.root_id = visit.root_id and track.region = visit.region and track.stage = visit.stage
  group by begun.root_id, begun.began, begun.ended
),
tree as (
  select
    visited.root_id, visited.began, visited.ended, named.instances,
    json_build_array(visited.began, named.list, tracks.list, visited.visits) as visits
  from visited
  join (
    select root_id, array_agg(id order by place) as instances, json_agg(json_build_array(id, holder) order by place) as list
    from member
    group by root_id
  ) as named using (root_id)
  join (
    select root_id, json_agg(json_build_array(region, stage) order by track) as list from track group by root_id
  ) as tracks using (root_id)
)
