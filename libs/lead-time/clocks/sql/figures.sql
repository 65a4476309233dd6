-- Cycles that are alike in everything a figure looks at, counted; one that was extended stands by itself, with why.
-- $6 today, $7 `month` or `holder`, $8 keys of the clocks that are a holder's.
-- Dates are those of the session's time zone (`clockRows`): to name the zone would have it looked up for every row.
, told as (
  select
    key,
    case when key = any($8::text[]) then coalesce(holder, 'none') end as holder,
    decided, running, running and breached as overdue, due,
    case when decided = 'met' then started_at::date end as started_on,
    case
      when ended_at is null then $6::date
      when decided is not null then ended_at::date
    end as ended_on,
    case when extended is not null then instance_id end as extended_of,
    extended
  from cycle
  where decided is not null or running
),
-- Counted by one text and not by ten columns: of so many the planner takes every cycle for another kind, and has one
-- process count the cycles that the others send it. Between its parts stands a character that no key has.
alike as (
  select
    concat_ws(
      e'\x1f', key,
      coalesce(
        case
          when $7 = 'month' then to_char(case decided when 'breached' then due + 1 when 'met' then ended_on when 'void' then ended_on end, 'YYYY-MM')
          else holder
        end,
        ''
      ),
      coalesce(decided, ''), running, overdue, coalesce(extended_of::text, ''), coalesce(extended::text, ''),
      case decided
        when 'met' then concat(ended_on - started_on, e'\x1f', due - ended_on, e'\x1f')
        when 'breached' then concat(e'\x1f\x1f', ended_on - due)
        else e'\x1f\x1f'
      end
    ) as cell,
    count(*)::int as cycles
  from told
  group by 1
),
cell as (
  select
    part[1] as key, part[2] as part, part[3] as decided, part[4]::boolean as running, part[5]::boolean as overdue,
    part[6]::uuid as extended_of, part[7]::int as extended,
    part[8]::int as used, part[9]::int as left, part[10]::int as over, cycles
  from alike cross join lateral string_to_array(cell, e'\x1f', '') as part
)
select
  key, part, decided, running, overdue, used, "left", over, cycles,
  case
    when cell.extended is not null then (
      -- Why a deadline was extended is free text and stays with the event's payload: only whether it is there.
      select
        case
          when payload.digest is null and ledger.payload_digest is not null then 'disposed'
          when coalesce(payload.body ->> 'reason', '') ~ '\S' then 'given'
          else 'missing'
        end
      from ledger left join payload on payload.digest = ledger.payload_digest
      where ledger.instance_id = cell.extended_of and ledger.number = cell.extended and ledger.occurred_at < $3
    )
  end as extension
from cell
