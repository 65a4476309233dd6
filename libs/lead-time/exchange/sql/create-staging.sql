-- The file as it stands. Gone with the transaction, so that a refused import leaves nothing.
create temporary table imported_event (
  position bigint not null,
  case_id text not null,
  activity text not null,
  occurred_at timestamptz not null,
  started_at timestamptz,
  resource text,
  lifecycle text,
  instance text
) on commit drop;

create temporary table imported_object (
  id text not null,
  type text not null
) on commit drop;
