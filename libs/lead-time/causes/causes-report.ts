import type { Party } from '@ledtid/time';
import { overReported } from '../cases/reported';
import { filtersOf } from '../cases/wanted';
import { readWhole } from '../read-whole';
import { periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { type CausedTime, type Pareto, paretoOf } from './pareto';

const WAITS = overReported(sqlFile(__dirname, 'waits'));

interface Waited extends CausedTime {
  party: Party;
  asked: number;
}

/** Why cases stood: over all parties, and party by party, the one that kept cases standing longest first. */
export interface CausesBody extends Pareto {
  /** How often a party was asked in the period why a case stood. */
  asked: number;
  parties: (Pareto & { party: Party; share: number; asked: number })[];
}

export const CAUSES: ReportKind<CausesBody> = {
  definition: {
    en:
      'Why cases stood: waiting and paused time by cause, the largest first. Each wait counts by its part inside the ' +
      'period, an open one until now. Waits side by side count in full each, so the sum is longer than the way to ' +
      'access. Unexplained is time for which no cause was given, and time said to be of unknown cause.',
    sv:
      'Varför ärenden stod stilla: väntan och paus efter orsak, den största först. Varje väntan räknas med sin del i ' +
      'perioden, en öppen fram till nu. Väntan som pågår samtidigt räknas var för sig, så summan är längre än vägen ' +
      'till åtkomst. Oförklarad är tid för vilken ingen orsak angetts, och tid vars orsak angetts som okänd.',
  },
  dimensions: ['cause'],
  make: async (client, query, now) => {
    const to = periodBound(query.to);
    const until = to !== null && to < now ? to : now;
    const values = [filtersOf(query.filters), periodBound(query.from), until];
    return causesOf(await readWhole<Waited>(client, WAITS(query.filters), values));
  },
};

function causesOf(waited: readonly Waited[]): CausesBody {
  const whole = counted(waited);
  const parties = [...new Set(waited.map(({ party }) => party))].map((party) => {
    const own = counted(waited.filter((wait) => wait.party === party));
    return { party, share: whole.seconds === 0 ? 0 : own.seconds / whole.seconds, ...own };
  });
  parties.sort((one, other) => other.seconds - one.seconds || (one.party < other.party ? -1 : 1));
  return { ...whole, parties };
}

/** An answer that explains the whole wait leaves a span without length: it was asked about, and is no wait. */
function counted(waited: readonly Waited[]): Pareto & { asked: number } {
  const asked = waited.reduce((total, wait) => total + wait.asked, 0);
  return { asked, ...paretoOf(waited.filter(({ spans }) => spans > 0)) };
}
