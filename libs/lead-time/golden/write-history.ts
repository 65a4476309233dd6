import { toInstant } from '@ledtid/time';
import type { Pool } from 'pg';
import type { CaseHistory, SpanFacts } from '../cases/case-history';

/** The id of an instance of a golden history; another seed is another case. */
export function idOf(name: string, seed: number): string {
  const hex = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7);
  return `${seed.toString(16).padStart(8, '0')}-0000-7000-8000-${hex.toString(16).padStart(12, '0')}`;
}

function instantOf(moment: number | null): string | null {
  return moment === null ? null : toInstant(moment);
}

/** Whether the event that closed a span opened this one. */
function follows(one: SpanFacts, { instanceId, region, end }: SpanFacts): boolean {
  return one.instanceId === instanceId && one.region === region && one.start === end;
}

/** Writes a golden history into the fact tables as cases would. For tests. */
export async function writeHistory(pool: Pool, history: CaseHistory, seed = 1): Promise<void> {
  const id = (name: string): string => idOf(name, seed);
  for (const instance of history.instances) {
    await pool.query(
      `insert into instance (id, workflow, workflow_version, parent_id, root_id, holder, part, occasion, depends_on,
         owner, version, value, context, status, leaves, outcome, form_version, assessors, regions, form_changed, hash,
         created_at, first_submitted_at, ended_at)
       values ($1, $2, 1, $3, $4, $5, null, null, $6, 'alva', 1, '{}', '{}', $7, '{}', $8, 1, '{}', '{}', 1, '',
         $9, $10, $11)`,
      [
        id(instance.id),
        instance.workflow,
        instance.parentId === null ? null : id(instance.parentId),
        id('case'),
        instance.holder,
        instance.dependsOn.map(id),
        instance.endedAt === null ? 'active' : 'done',
        instance.outcome,
        toInstant(instance.createdAt),
        instantOf(instance.firstSubmittedAt),
        instantOf(instance.endedAt),
      ],
    );
  }
  for (const [index, span] of history.spans.entries()) {
    const next = history.spans.slice(index + 1).find((one) => follows(one, span));
    await pool.query(
      `insert into span (instance_id, root_id, region, opened, closed, leaf, stage, activity, party, cause, holder,
         assignee, started_at, ended_at, recording_lag)
       values ($1, $2, $3, $4, $5, $13, $6, $7, $8, $9, $10, null, $11, $12, 0)`,
      [
        id(span.instanceId),
        id('case'),
        span.region,
        span.opened,
        span.end === null ? null : (next?.opened ?? span.opened + 1),
        span.stage,
        span.activity,
        span.party,
        span.cause,
        span.holder,
        toInstant(span.start),
        instantOf(span.end),
        span.leaf,
      ],
    );
  }
  for (const [index, milestone] of history.milestones.entries()) {
    await pool.query(
      'insert into milestone (instance_id, root_id, key, number, at) values ($1, $2, $3, $4, $5)',
      [id(milestone.instanceId), id('case'), milestone.key, index, toInstant(milestone.at)],
    );
  }
}
