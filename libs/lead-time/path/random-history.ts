import fc from 'fast-check';
import type { Activity, Party } from '@ledtid/time';
import { type CaseHistory, type InstanceFacts, type SpanFacts, inOrder } from '../cases/case-history';

const ORIGIN = Date.parse('2026-01-05T08:00:00.000Z');
const STAGES = ['first', 'second', 'third', 'none'];
const ACTIVITIES: Activity[] = ['waiting', 'assigned', 'paused'];
const PARTIES: Party[] = ['hdab', 'applicant', 'holder', 'ethics'];

/** Draws from a tape of numbers, so that a history shrinks with its tape. */
class Draws {
  private next = 0;
  constructor(private readonly tape: readonly number[]) {}

  below(limit: number): number {
    const drawn = this.tape[this.next % this.tape.length] ?? 0;
    this.next += 1;
    return drawn % limit;
  }

  of<Value>(values: readonly [Value, ...Value[]] | Value[]): Value {
    return values[this.below(values.length)] as Value;
  }
}

/** Writes spans that conserve time: one per active region at every instant, regions inside one another. */
class HistoryWriter {
  readonly spans: SpanFacts[] = [];
  readonly instances: InstanceFacts[] = [];
  private opened = 0;

  constructor(private readonly draws: Draws) {}

  instance(
    id: string,
    parentId: string | null,
    dependsOn: string[],
    start: number,
    end: number | null,
  ): void {
    this.instances.push({
      ...{ id, parentId, dependsOn, workflow: 'walk', part: null, occasion: null },
      holder: parentId === null ? null : `holder-${id}`,
      outcome: end === null ? null : 'access',
      createdAt: moment(start),
      firstSubmittedAt: parentId === null ? moment(start) : null,
      endedAt: end === null ? null : moment(end),
    });
  }

  /** A run of stretches from `start`; gives where it ended. */
  run(instanceId: string, region: string, start: number, depth: number): number {
    let at = start;
    for (let left = 1 + this.draws.below(3); left > 0; left -= 1) {
      at =
        this.draws.below(3) === 0 && depth < 2
          ? this.fork(instanceId, region, at, depth)
          : this.work(instanceId, region, at);
    }
    return at;
  }

  private work(instanceId: string, region: string, start: number): number {
    const end = start + this.draws.below(10);
    this.span({ instanceId, region }, start, end);
    return end;
  }

  private fork(instanceId: string, region: string, start: number, depth: number): number {
    const state = `${region === '' ? '' : `${region}.`}both${this.draws.below(2)}`;
    const ends = ['left', 'right'].map((name) => this.run(instanceId, `${state}.${name}`, start, depth + 1));
    return Math.max(...ends);
  }

  span(
    place: { instanceId: string; region: string },
    start: number,
    end: number,
    cause: string | null = null,
  ): void {
    this.opened += 1;
    const activity = cause === null ? this.draws.of(ACTIVITIES) : 'waiting';
    const stage = this.draws.of(STAGES);
    this.spans.push({
      ...{ ...place, opened: this.opened, activity, cause, holder: null },
      stage,
      leaf: `${stage}.${activity}`,
      party: this.draws.of(PARTIES),
      start: moment(start),
      end: moment(end),
    });
  }
}

function moment(hours: number): number {
  return ORIGIN + hours * 3_600_000 + hours;
}

export interface Walk {
  history: CaseHistory;
  /** Moments between the case's beginning and a while after its end, for horizons and periods. */
  moments: number[];
}

/** Any case: stretches and forks, then releases that may begin late, wait for one another or never end. */
export const walks: fc.Arbitrary<Walk> = fc
  .array(fc.nat(9_999), { minLength: 20, maxLength: 120 })
  .map((tape) => {
    const draws = new Draws(tape);
    const writer = new HistoryWriter(draws);
    const releasing = writer.run('case', '', 0, 0);
    const end = writeChildren(writer, draws, releasing);
    writer.span({ instanceId: 'case', region: '' }, releasing, end);
    const last = writer.spans[writer.spans.length - 1];
    if (last !== undefined) Object.assign(last, { stage: 'none', party: 'hdab' });
    writer.instance('case', null, [], 0, end);
    const moments = [0, 1, 2].map(() => moment(draws.below(end + 5))).sort((a, b) => a - b);
    const { instances } = writer;
    const spans = writer.spans.sort(inOrder);
    return { history: { caseId: 'case', spans, instances, milestones: [], events: [] }, moments };
  });

/** Gives when the last of them has ended. */
function writeChildren(writer: HistoryWriter, draws: Draws, releasing: number): number {
  const ends: number[] = [releasing];
  for (let index = 0; index < draws.below(4); index += 1) {
    const id = `release-${index}`;
    const dependsOn = index > 0 && draws.below(2) === 0 ? [`release-${draws.below(4)}`] : [];
    const start = releasing + draws.below(4);
    const waited = dependsOn.length > 0 ? start + draws.below(12) : start;
    if (waited > start) writer.span({ instanceId: id, region: '' }, start, waited, 'other-holder');
    const end = writer.run(id, '', waited, 0);
    writer.instance(id, 'case', dependsOn, start, end);
    ends.push(end);
  }
  return Math.max(...ends);
}
