-- The cases of a report of whose trees the visits are kept, but for those below the roots $2, of whose present version
-- nothing is. $3 and $4: epoch milliseconds; what had not begun by $4, or was over before $3 (null: ever), is of no
-- interest. $5 whether to tell the visits too, $6 only of the trees below these roots; null: of all.
select
  kept.root_id as "rootId", kept.xmin::text as mark,
  case when $5 then kept.instances::text end as instances, case when $5 then kept.members end as members,
  case when $5 then kept.tracks end as tracks, case when $5 then kept.visits end as visits,
  array_position(kept.instances, reported.id) - 1 as place, reported.parent_id is not null as "isPart"
from reported join case_visits as kept on kept.root_id = reported.root_id
where kept.root_id <> all($2) and kept.began < $4 and ($6::uuid[] is null or kept.root_id = any($6))
  -- A part that no stage owns, a permit in force, goes on without the tree.
  and (kept.ended is null or $3::bigint is null or kept.ended >= $3 or reported.parent_id is not null)
