import { Anchor, Button, List, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { Failure } from '../../kit/failure';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf } from '../amounts';
import { useNames } from '../names';
import { Downloads } from '../parts/downloads';
import { Section } from '../parts/section';
import { type ReportFilter, useMoreBreaches } from '../queries';
import { useBreachColumns } from './breach-columns';

type Breach = Schemas['BreachBody'];

interface BreachesProps {
  readonly breaches: Schemas['ClocksBody']['breaches'];
  readonly filter: ReportFilter;
}

/** A fact sheet for every deadline that was not kept, the longest over first; a page of them at a time. */
export function Breaches({ breaches, filter }: BreachesProps) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { total } = breaches;
  const { items, hasMore, isFetching, error, more } = useMoreBreaches(breaches, filter);
  const firstNew = useFocusOnGrowth(items.length);
  const columns = useBreachColumns();
  if (total === 0) return null;
  return (
    <Section title={words.breaches}>
      <Text c="dimmed" mb="sm" role="status">
        {fill(words.breachesShown, { shown: items.length, total })}
      </Text>
      {items.map((breach, index) => (
        <details className="report-definitions" key={`${breach.clock}-${breach.started}-${index}`}>
          <summary ref={index === firstNew.at ? firstNew.ref : undefined}>
            <BreachLine breach={breach} />
          </summary>
          <FactSheet breach={breach} />
        </details>
      ))}
      {error !== null && <Failure of={error} again={more} />}
      {hasMore && (
        <Button variant="default" size="xs" mt="xs" className="no-print" loading={isFetching} onClick={more}>
          {texts.common.more}
        </Button>
      )}
      <Downloads caption={words.breaches} file="breaches" rows={items} columns={columns} />
    </Section>
  );
}

function BreachLine({ breach: { clock, name, daysOver } }: { breach: Breach }) {
  const { texts, say } = useLanguage();
  return fill(texts.reports.breachLine, { clock: name === null ? clock : say(name), days: daysOver });
}

/** Where pages are added, the focus goes to the first line that is new: the button that was pressed may be gone. */
function useFocusOnGrowth(length: number) {
  const ref = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ at: -1, length });
  if (length !== seen.length) setSeen({ at: length > seen.length ? seen.length : -1, length });
  useEffect(() => ref.current?.focus(), [seen.at]);
  return { ref, at: seen.at };
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
