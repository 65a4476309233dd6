-- Figures per key over `visit`, which the caller puts before this: key, began_at, ended_at, waiting.
-- $2, $3: the period [from, to), null for no bound; $4: `month` makes a row of each month instead of each key.
-- A visit counts in the period in which it ended. `censored` is the Kaplan-Meier estimate of the period, as in
-- statistics/kaplan-meier.ts: a visit enters at the age it had when the period began, less a millisecond, since
-- the period holds its first instant; what ended after the period is censored at its end.
, closed as (
  select
    case when $4 = 'month' then to_char(ended_at at time zone 'Europe/Stockholm', 'YYYY-MM') else key end as key,
    extract(epoch from ended_at - began_at) as seconds,
    coalesce(waiting, 0) as waiting
  from visit
  where ended_at >= coalesce($2::timestamptz, '-infinity') and ended_at < coalesce($3::timestamptz, 'infinity')
),
figure as (
  select
    key,
    count(*)::int as n,
    percentile_cont(array[0.5, 0.75, 0.9]) within group (order by seconds::float8) as percentiles,
    max(seconds)::float8 as max,
    avg(seconds)::float8 as mean,
    sum(seconds)::float8 as sum,
    sum(waiting)::float8 as waiting
  from closed
  group by key
),
lifetime as (
  select min(began_at) at time zone 'Europe/Stockholm' as first, max(ended_at) at time zone 'Europe/Stockholm' as last
  from visit
),
period as (
  select null::text as key, $2::timestamptz as begins, $3::timestamptz as ends
  where $4 <> 'month'
  union all
  select
    to_char(month, 'YYYY-MM'),
    greatest(month at time zone 'Europe/Stockholm', $2::timestamptz),
    least((month + interval '1 month') at time zone 'Europe/Stockholm', $3::timestamptz)
  from lifetime, generate_series(date_trunc('month', first), last, interval '1 month') as month
  where $4 = 'month'
),
observation as (
  select
    coalesce(period.key, visit.key) as key,
    greatest(coalesce(extract(epoch from period.begins - began_at) - 0.001, 0), 0) as entry,
    extract(epoch from least(ended_at, period.ends) - began_at) as time,
    coalesce(ended_at < period.ends, true) as event
  from visit
  join period
    on began_at < coalesce(period.ends, 'infinity') and ended_at >= coalesce(period.begins, '-infinity')
),
-- One at risk more just after each entry, one less just after each exit. Age -1 stands for "from the beginning".
change as (
  select key, case when entry = 0 then -1 else entry end as age, 1 as difference, 0 as events
  from observation
  where entry = 0 or entry < time
  union all
  select key, time, -1, event::int
  from observation
  where entry = 0 or entry < time
),
age as (
  select key, age, sum(difference) as difference, sum(events) as events
  from change
  group by key, age
),
risk as (
  select
    key, age, events,
    sum(difference) over (partition by key order by age rows between unbounded preceding and 1 preceding) as at_risk
  from age
),
curve as (
  select
    key, age,
    exp(sum(case when events = at_risk then '-infinity'::float8 else ln(1 - events::float8 / at_risk) end)
      over in_order) as survival,
    lead(age) over in_order as next_age
  from risk
  where events > 0
  window in_order as (partition by key order by age)
),
-- Where the curve lies exactly on the level, the middle between the two events, as where R prints a median.
quantile as (
  select distinct on (key, p)
    key, p,
    case
      when abs(survival - (1 - p)) <= 1.5e-8 and next_age is not null then (age + next_age) / 2
      else age
    end::float8 as value
  from curve, unnest(array[0.5, 0.75, 0.9]) as p
  where survival <= 1 - p + 1.5e-8
  order by key, p, age
),
censored as (
  select
    key,
    max(value) filter (where p = 0.5) as censored50,
    max(value) filter (where p = 0.75) as censored75,
    max(value) filter (where p = 0.9) as censored90
  from quantile
  group by key
)
select figure.*, censored50, censored75, censored90
from figure
left join censored using (key)
