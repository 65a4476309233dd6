-- Cycles that are alike in everything a figure looks at, counted. $6 today, $7 `month` or `holder`, $8 keys of
-- the clocks that are a holder's.
, told as (
  -- `offset 0`: dates of Stockholm are dear, and without it each is worked out again wherever it is used.
  select
    key, decided, running, running and breached as overdue, due,
    case when key = any($8::text[]) then coalesce(holder, 'none') end as holder,
    case when decided = 'met' then (started_at at time zone 'Europe/Stockholm')::date end as started_on,
    case
      when ended_at is null then $6::date
      when decided is not null then (ended_at at time zone 'Europe/Stockholm')::date
    end as ended_on,
    case
      when extended is not null then (
        -- Why a deadline was extended is free text and stays with the event's payload: only whether it is there.
        select
          case
            when payload.digest is null and ledger.payload_digest is not null then 'disposed'
            when coalesce(payload.body ->> 'reason', '') ~ '\S' then 'given'
            else 'missing'
          end
        from ledger left join payload on payload.digest = ledger.payload_digest
        where ledger.instance_id = cycle.instance_id and ledger.number = cycle.extended and ledger.occurred_at < $3
      )
    end as extension
  from cycle
  where decided is not null or running
  offset 0
)
select
  key,
  case
    when $7 = 'month' then to_char(case decided when 'breached' then due + 1 when 'met' then ended_on when 'void' then ended_on end, 'YYYY-MM')
    else holder
  end as part,
  decided, running, overdue, extension,
  ended_on - started_on as used,
  case when decided = 'met' then due - ended_on end as left,
  case when decided = 'breached' then ended_on - due end as over,
  count(*)::int as cycles
from told
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
