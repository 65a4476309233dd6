-- What every report means by the filters $1 (`filtersOf`); null leaves a condition out. What a form tells is kept with the
-- instance that has the form, the root; a child beside that has its own track.
(parent_id is not null or first_submitted_at is not null)
  and (
    $1::jsonb ->> 'holder' is null
    or holder = $1::jsonb ->> 'holder'
    or (parent_id is null and id in (
      select part.root_id from instance as part where part.holder = $1::jsonb ->> 'holder'
    ))
  )
  and (
    $1::jsonb ->> 'characteristics' is null
    or root_id in (
      select root.id from instance as root
      where root.parent_id is null and root.characteristics @> ($1::jsonb ->> 'characteristics')::text[]
    )
  )
  and (parent_id is null or track is null or track = coalesce($1::jsonb ->> 'track', track))
  and (
    $1::jsonb ->> 'case' is null
    or registration_number = $1::jsonb ->> 'case'
    or id::text = lower($1::jsonb ->> 'case')
  )
