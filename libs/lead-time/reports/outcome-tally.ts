import {
  type OutcomeObservation,
  cumulativeIncidence,
  incidenceBy,
} from '../statistics/cumulative-incidence';
import { OUTCOMES, type Report, type SharesByDay } from './report';

const DAY = 86_400_000;

/** Collects how cases end and when, one observation a case. Milliseconds. */
export class OutcomeTally {
  private readonly observations: OutcomeObservation[] = [];

  /** `outcome` is null for a case that is open when it was last seen. */
  add(observation: OutcomeObservation): void {
    this.observations.push(observation);
  }

  /** Both null where no case was at risk. */
  finish(): Pick<Report, 'accessBy' | 'incidence'> {
    if (this.observations.length === 0) return { accessBy: null, incidence: null };
    const found = cumulativeIncidence(this.observations);
    const by = (days: number, ...outcomes: string[]): number | null =>
      outcomes.reduce<number | null>((sum, outcome) => {
        const share = incidenceBy(found, outcome, days * DAY);
        return sum === null || share === null ? null : sum + share;
      }, 0);
    const outcomes = [...new Set([...OUTCOMES, ...found.curves.keys()])];
    return {
      accessBy: byDay((days) => by(days, 'access', 'partial')),
      incidence: Object.fromEntries(outcomes.map((outcome) => [outcome, byDay((days) => by(days, outcome))])),
    };
  }
}

function byDay(share: (days: number) => number | null): SharesByDay {
  return { '90': share(90), '180': share(180), '365': share(365) };
}
