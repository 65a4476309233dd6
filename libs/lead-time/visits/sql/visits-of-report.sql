-- What is kept of the visits of a report's cases, but for the trees below the roots $2, of whose present version nothing is.
-- $3 and $4: epoch milliseconds; what had not begun by $4, or was over before $3 (null: ever), is of no interest.
select
  kept.instances::text, kept.members, kept.tracks, kept.visits,
  array_position(kept.instances, reported.id) - 1 as place, reported.parent_id is not null as "isPart"
from reported join case_visits as kept on kept.root_id = reported.root_id
where kept.root_id <> all($2) and kept.began < $4
  -- A part that no stage owns, a permit in force, goes on without the tree.
  and (kept.ended is null or $3::bigint is null or kept.ended >= $3 or reported.parent_id is not null)
