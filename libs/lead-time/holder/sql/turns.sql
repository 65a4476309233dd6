-- Whose turn it was, span by span, in the instances of data holders. $2 the period's beginning or null, $3 the first
-- moment after the horizon, $4 the horizon, $5 the causes that tell of another holder's release, $6 the leaves that are
-- for waiting for it, whatever cause was named there since. Such a wait is the holder's own where its release depends on
-- none of another holder.
turn as not materialized (
  select
    member.id, member.holder, span.region, span.stage, span.opened, span.activity, span.cause, span.started_at,
    case when span.ended_at < $3 then span.closed else 1000000000 end as closed,
    case when span.ended_at < $3 then span.ended_at else 'infinity' end as ended_at,
    least(span.ended_at, $4::timestamptz) as until,
    case
      when span.stage = 'none' then 'none'
      -- `is true`: where it is not known the rest would be looked up, for every wait without a cause.
      when (span.activity <> 'assigned' and (span.cause = any($5::text[]) or span.leaf = any($6::text[]))) is true and (
        span.activity = 'paused' or exists (
          select from instance as own join instance as other on other.id = any(own.depends_on)
          where own.id = span.instance_id and other.holder <> own.holder
          -- So that it is looked up for the few, and not worked out beforehand for all.
          offset 0
        )
      ) then 'other-holder'
      when span.party = 'holder' then 'own'
      else span.party
    end as part
  from member
  join span on span.instance_id = member.id
  where span.started_at < $4 and (member.ended_at is null or member.ended_at >= coalesce($2::timestamptz, '-infinity'))
)
