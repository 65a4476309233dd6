import { Text } from '@mantine/core';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { useNames } from '../names';
import type { LeadTime } from '../queries';
import { findings } from './findings';

/** What the figures say, in plain words: which stage costs most, what could be gained there, and why. */
export function Lead({ report }: { report: LeadTime }) {
  const { texts, format } = useLanguage();
  const { stage, cause } = useNames();
  const found = findings(report);
  const words = texts.reports;
  if (found === null) return <Text className="report-lead">{words.leadEmpty}</Text>;
  const { costliest, kind, topCause, bestGain, gainEach } = found;
  const days = (seconds: number) => format.number(daysOf(seconds));
  const { seconds, share } = costliest.contributed;
  const said = [
    fill(words.leadMost, { stage: stage(costliest.key), days: days(seconds), percent: percentOf(share) }),
    fill(words.leadGain, { gain: days(costliest.removable), each: days(gainEach) }),
    kind && fill(words.leadWhy, { kind: words[`${kind.name}InWords`], percent: percentOf(kind.share) }),
    topCause && fill(words.leadCause, { cause: cause(topCause.code), days: days(topCause.seconds) }),
    bestGain && fill(words.leadOther, { stage: stage(bestGain.key), gain: days(bestGain.removable) }),
  ];
  return <Text className="report-lead">{said.filter((sentence) => sentence !== null).join(' ')}</Text>;
}
