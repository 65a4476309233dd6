import fc from 'fast-check';
import { walks } from '../path/random-history';
import { figuresOf } from '../reports/case-figures';
import type { CaseStory } from './case-story';
import { storyOf } from './story-of';

/** A walk's story as told at one of its moments. */
const stories = fc.record({ walk: walks, inclusive: fc.boolean() }).map(({ walk, inclusive }) => {
  const horizon = { at: walk.moments[2] ?? 0, inclusive };
  const figures = figuresOf(walk.history, { clock: 'lead-time', from: null, horizon });
  return figures === null ? null : storyOf(figures, 'lead-time');
});

const RUNS = { numRuns: 400 };

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function sum(parts: readonly { seconds: number }[]): number {
  return parts.reduce((total, { seconds }) => total + milliseconds(seconds), 0);
}

function ofEvery(check: (story: CaseStory) => void): void {
  fc.assert(
    fc.property(stories, (story) => {
      if (story !== null) check(story);
    }),
    RUNS,
  );
}

describe('A story', () => {
  it('has visits, and rows, that add up to the whole to the millisecond', () => {
    ofEvery((story) => {
      const whole = Date.parse(story.end) - Date.parse(story.start);
      expect(milliseconds(story.seconds)).toBe(whole);
      expect(sum(story.visits)).toBe(whole);
      expect(sum(story.rows)).toBe(whole);
    });
  });

  it('has visits that follow each other without a gap, each made of its turns', () => {
    ofEvery(({ visits, start, end }) => {
      let reached = start;
      for (const visit of visits) {
        expect(visit.start).toBe(reached);
        reached = visit.end;
        if (visit.stage !== null) expect(sum(visit.turns)).toBe(milliseconds(visit.seconds));
      }
      expect(reached).toBe(end);
    });
  });

  it('never says that more could have been gained than a visit took', () => {
    ofEvery(({ visits }) => {
      for (const { removable, seconds, limitedBy } of visits) {
        expect(removable).toBeGreaterThanOrEqual(0);
        expect(removable).toBeLessThanOrEqual(seconds);
        expect(limitedBy === null).toBe(removable === seconds);
      }
    });
  });
});
