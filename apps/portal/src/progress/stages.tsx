import { Text } from '@mantine/core';
import type { Stage } from '../api/client';
import { DueMark } from '../cases/due-mark';
import { useStanding } from '../cases/stage-card';
import { now } from '../kit/now';
import { civilDateOf, daysBetween } from '../language/format';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { daysOf } from './days-of';
import type { PassedStage } from './passed-stages';
import type { Usual } from './queries';

/** A stage that is behind: when, and for how long. */
export function PassedStageText({ passed: { from, to, returns } }: { passed: PassedStage }) {
  const { texts, format } = useLanguage();
  const words = texts.progress;
  const n = daysBetween(civilDateOf(Date.parse(from)), civilDateOf(Date.parse(to ?? from)));
  const between = fill(words.between, { begin: format.date(from), end: format.date(to ?? from), n });
  return (
    <Text size="sm">
      {between}
      {returns > 0 && ` ${words.again}`}
    </Text>
  );
}

interface PresentStageProps {
  readonly at: Stage;
  /** When the case came to the stage; of a part only how long it has stood so is known. */
  readonly entered: string | undefined;
  /** How many parts of the case stand so. */
  readonly count: number;
  readonly usual: Usual | null;
}

/** Where the case is now: whose turn it is and why, since when, until when, and what it usually takes. */
export function PresentStage({ at, entered, count, usual }: PresentStageProps) {
  const { texts, format } = useLanguage();
  const words = texts.progress;
  const since = entered ?? at.since;
  const days = daysBetween(civilDateOf(Date.parse(since)), civilDateOf(now()));
  const known = usual?.stages.find(({ key }) => key === at.stage);
  return (
    <>
      <Text fw={600}>{useStanding(at)}</Text>
      {count > 1 && <Text size="sm">{fill(words.parts, { n: count })}</Text>}
      <Text size="sm">
        {fill(entered === undefined ? words.standsSince : words.since, {
          date: format.date(since),
          n: days,
        })}
      </Text>
      {at.due !== null && (
        <Text size="sm">
          {texts.cases.due}: <DueMark due={at.due} />
        </Text>
      )}
      {known?.p50 != null && (
        <Text size="sm">
          {known.p90 === null
            ? fill(words.usual, { p50: format.number(daysOf(known.p50)) })
            : fill(words.usualWithin, {
                p50: format.number(daysOf(known.p50)),
                p90: format.number(daysOf(known.p90)),
              })}
        </Text>
      )}
    </>
  );
}
