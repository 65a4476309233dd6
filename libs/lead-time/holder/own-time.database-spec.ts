import fc from 'fast-check';
import { TurnedTime, civilDateOf, startOfDay, toInstant } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { CaseHistory, InstanceFacts, SpanFacts } from '../cases/case-history';
import { visitsOf } from '../cases/visits';
import { writeHistory } from '../golden/write-history';
import { LeadTimeReports } from '../lead-time-reports';
import { walks } from '../path/random-history';
import { VISIT_KEYS } from '../reports/dimension-keys';
import type { HolderBody } from './holder';

const time = new TurnedTime('2026-06-01T00:00:00.000Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The same from the history itself: what is the instance's own, span by span. */
class Expected {
  private readonly spans: readonly SpanFacts[];
  private readonly waitsForAnother: boolean;

  constructor(
    private readonly history: CaseHistory,
    private readonly child: InstanceFacts,
    private readonly begin: number,
    private readonly now: number,
  ) {
    this.spans = history.spans.filter(({ instanceId }) => instanceId === child.id);
    this.waitsForAnother = history.instances.some(
      ({ id, holder }) => child.dependsOn.includes(id) && holder !== child.holder && holder !== null,
    );
  }

  inPeriod(spans = this.spans, begin = this.begin): number {
    const parts = spans.map(({ start, end }) => Math.min(end ?? this.now, this.now) - Math.max(start, begin));
    return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
  }

  wall(): number {
    const { createdAt, endedAt } = this.child;
    return Math.max(0, Math.min(endedAt ?? this.now, this.now) - Math.max(createdAt, this.begin));
  }

  own(spans = this.spans): SpanFacts[] {
    return spans.filter((one) => one.stage !== 'none' && one.party === 'holder' && !this.waits(one));
  }

  rows(): [stage: string, n: number, open: number, sum: number][] {
    const visits = visitsOf({ ...this.history, spans: this.spans }, VISIT_KEYS.stage, {
      ...{ at: this.now, inclusive: true },
    }).filter(({ end }) => end === null || end >= this.begin);
    const stages = new Set(
      this.own()
        .filter((one) => this.inPeriod([one]) > 0)
        .map(({ stage }) => stage),
    );
    return [...stages].sort().map((stage) => {
      const own = visits.filter(({ key }) => key === stage);
      const closed = own.filter(({ end }) => end !== null);
      const sum = closed.reduce((total, { spans }) => total + this.inPeriod(this.own(spans), 0), 0);
      return [stage, closed.length, own.length - closed.length, sum];
    });
  }

  private waits({ activity, cause }: SpanFacts): boolean {
    return this.waitsForAnother && activity === 'waiting' && cause === 'other-holder';
  }
}

async function report(holder: string, from: string | undefined): Promise<HolderBody> {
  const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
  const answer = await reports.report('holder', { holder, ...(from === undefined ? {} : { from }) });
  if (!('report' in answer) || answer.report !== 'holder') throw new Error(JSON.stringify(answer));
  return answer;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

describe('the time of a holder, of any history and period', () => {
  it('is told whole, in parts that add up to the millisecond, and in rows that add up to its own', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(walks, fc.boolean(), async ({ history, moments: [first = 0, , now = 0] }, cut) => {
        await database.pool.query('truncate instance, span, milestone');
        await writeHistory(database.pool, history);
        time.turnTo(toInstant(now));
        const from = cut ? civilDateOf(toInstant(first)) : undefined;
        const begin = from === undefined ? -Infinity : Date.parse(startOfDay(from));
        for (const child of history.instances.filter(({ holder }) => holder !== null)) {
          const expected = new Expected(history, child, begin, now);
          const { time: told, rows } = await report(child.holder ?? '', from);
          const whole = Math.max(expected.wall(), expected.inPeriod());
          expect(milliseconds(told.seconds)).toBe(whole);
          expect(told.parts.reduce((sum, { seconds }) => sum + milliseconds(seconds), 0)).toBe(whole);
          const own = expected.inPeriod(expected.own());
          expect(milliseconds(told.parts[0]?.seconds ?? NaN)).toBe(own);
          expect(rows.reduce((sum, row) => sum + milliseconds(row.own.seconds), 0)).toBe(own);
          expect(
            rows.map(({ key, n, open, seconds }) => [key, n, open, milliseconds(seconds.sum)]).sort(),
          ).toEqual(expected.rows());
          seen += rows.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(20);
  }, 120_000);
});
