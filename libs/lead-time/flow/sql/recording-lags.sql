-- How late the beginnings of some visits' spans were registered: visits $1 to $5 (instance, region, stage, ledger
-- numbers at their beginning and end), spans that began in [$6, $7), epoch milliseconds.
select span.stage as key, span.recording_lag as seconds, count(*)::int as spans
from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[]) as visit (instance_id, region, stage, opened, closed)
join span using (instance_id, region, stage)
where span.opened >= visit.opened and (visit.closed is null or span.opened < visit.closed)
  and extract(epoch from span.started_at) * 1000 >= $6 and extract(epoch from span.started_at) * 1000 < $7
group by span.stage, span.recording_lag
