import { Text, Timeline } from '@mantine/core';
import type { LedgerEvent } from '../api/client';
import { useWorkflow } from '../api/queries';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';

/** What has happened, the latest first, as the ledger has it. */
export function History({ events, workflow }: { events: readonly LedgerEvent[]; workflow: string }) {
  const nameOf = useEventName(workflow);
  return (
    <Timeline bulletSize={14} lineWidth={2}>
      {events.toReversed().map((event) => (
        <Timeline.Item key={event.number} title={nameOf(event.type)}>
          <Passed event={event} />
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** An event was registered later than it happened only where that can be seen in minutes. */
function Passed({ event: { actor, occurredAt, recordedAt, payload } }: { event: LedgerEvent }) {
  const { texts, format } = useLanguage();
  const happened = format.moment(occurredAt);
  const registered = format.moment(recordedAt);
  const words = Object.values(payload ?? {}).filter((value) => typeof value === 'string' && /\s/.test(value));
  return (
    <>
      <Text size="sm" c="dimmed">
        {happened}
        {registered !== happened && ` (${fill(texts.cases.registered, { date: registered })})`} ·{' '}
        {actor.startsWith('system:') ? texts.cases.system : actor}
      </Text>
      {words.map((text) => (
        <Text key={String(text)} size="sm" className="said">
          {String(text)}
        </Text>
      ))}
    </>
  );
}

/** What an event of the ledger is called; what no workflow declares is the opening. */
export function useEventName(workflow: string): (type: string) => string {
  const { texts, say } = useLanguage();
  const described = useWorkflow(workflow).data;
  return (type) => {
    const found = described?.events.find((event) => event.type === type);
    return found === undefined ? texts.cases.created : say(found.label);
  };
}
