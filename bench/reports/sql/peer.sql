-- The closed visits of each stage, worked out from the spans anew and in another way: for a check of the product's
-- figures as well as of its speed. Of a case that reached access nothing counts that began after it.
WITH opened AS (
  SELECT root_id, max("at") AS last_at FROM milestone WHERE key = 'access' GROUP BY root_id
),
cases AS (
  SELECT
    instance.id, instance.first_submitted_at AS since,
    CASE WHEN outcome IN ('access', 'partial') THEN coalesce(opened.last_at, ended_at) ELSE ended_at END AS until
  FROM instance LEFT JOIN opened ON opened.root_id = instance.id
  WHERE parent_id IS NULL AND first_submitted_at IS NOT NULL AND (NOT $holder_given OR id IN (
    SELECT root_id FROM instance WHERE holder = $holder
  ))
),
marked AS (
  SELECT
    span.*,
    lag(stage) OVER region IS DISTINCT FROM stage OR lag(ended_at) OVER region <> started_at AS begins
  FROM span
  WINDOW region AS (PARTITION BY instance_id, region ORDER BY started_at, opened)
),
numbered AS (
  SELECT *, sum(begins::int) OVER (PARTITION BY instance_id, region ORDER BY started_at, opened) AS number
  FROM marked
),
visit AS (
  SELECT
    root_id, stage, min(started_at) AS started_at,
    CASE WHEN count(*) = count(ended_at) THEN max(ended_at) END AS ended_at
  FROM numbered
  WHERE stage <> 'none'
  GROUP BY root_id, instance_id, region, number, stage
),
length AS (
  SELECT visit.stage, epoch(visit.ended_at - visit.started_at) AS seconds
  FROM visit JOIN cases ON cases.id = visit.root_id
  WHERE visit.ended_at >= $from::TIMESTAMPTZ AND visit.ended_at < $to::TIMESTAMPTZ
    AND (cases.until IS NULL OR visit.started_at < cases.until)
    AND (cases.until IS NULL OR cases.until >= $from::TIMESTAMPTZ)
)
SELECT
  stage AS key, count(*)::int AS n,
  quantile_cont(seconds, 0.5) AS p50, quantile_cont(seconds, 0.75) AS p75, quantile_cont(seconds, 0.9) AS p90,
  sum(seconds) AS sum
FROM length
GROUP BY stage
ORDER BY stage
