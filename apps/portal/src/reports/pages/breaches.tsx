import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf } from '../amounts';
import { useNames } from '../names';
import { Section } from '../parts/section';

type Breach = Schemas['BreachBody'];

/** A fact sheet for every deadline that was not kept, the longest over first. */
export function Breaches({ breaches: { total, items } }: { breaches: Schemas['ClocksBody']['breaches'] }) {
  const { texts, say } = useLanguage();
  const words = texts.reports;
  if (total === 0) return null;
  return (
    <Section title={words.breaches} note={fill(words.breachesShown, { shown: items.length, total })}>
      {items.map((breach, index) => (
        <details className="report-definitions" key={`${breach.clock}-${breach.started}-${index}`}>
          <summary>
            {fill(words.breachLine, {
              ...{ clock: breach.name === null ? breach.clock : say(breach.name), days: breach.daysOver },
            })}
          </summary>
          <FactSheet breach={breach} />
        </details>
      ))}
    </Section>
  );
}

function FactSheet({ breach }: { breach: Breach }) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const { party, workflow } = useNames();
  const { case: named, instance, holder, started, due, ended, extended, pausedDays } = breach;
  const facts: [string, string | null][] = [
    [words.workflow, workflow(instance.workflow)],
    [words.duty, breach.party === null ? null : party(breach.party)],
    [words.holder, holder],
    [words.started, format.date(started)],
    [words.due, format.date(due)],
    [words.endedOn, ended === null ? words.notDone : format.date(ended)],
    [words.extendedOn, extended === null ? null : format.date(extended.on)],
    [words.pausedDays, pausedDays === 0 ? null : format.number(pausedDays)],
  ];
  return (
    <>
      <List size="sm" mb="xs">
        {named !== null && (
          <List.Item>
            {words.case}:{' '}
            <Anchor component={Link} to={`/cases/${named.id}`}>
              {named.registrationNumber ?? named.id}
            </Anchor>
          </List.Item>
        )}
        {facts.map(
          ([name, value]) => value !== null && <List.Item key={name}>{`${name}: ${value}`}</List.Item>,
        )}
      </List>
      <WhereItWent time={breach.time} />
    </>
  );
}

function WhereItWent({ time }: Pick<Breach, 'time'>) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const days = (seconds: number) => format.number(daysOf(seconds));
  return (
    <>
      <Text size="sm">{words.meanwhile}</Text>
      <List size="sm" mb="sm">
        {time.map((part) => (
          <List.Item key={part.stage}>
            {fill(words.meanwhileIn, {
              ...{ stage: stage(part.stage), waiting: days(part.waiting) },
              ...{ assigned: days(part.assigned), paused: days(part.paused) },
            })}
          </List.Item>
        ))}
      </List>
    </>
  );
}
