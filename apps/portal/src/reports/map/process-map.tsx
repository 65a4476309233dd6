import { Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { useNames } from '../names';
import type { Row } from '../queries';
import { MARKS, delayOf } from './delay';
import { processSteps } from './process-steps';

interface ProcessMapProps {
  readonly workflow: Schemas['WorkflowBody'];
  /** By stage. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** The steps of one kind of case in their order, each in the colour, and with the mark, of what it delays. */
export function ProcessMap({ workflow, rows }: ProcessMapProps) {
  const { say } = useLanguage();
  return (
    <>
      <Title order={3} size="h4" mt="md" mb="xs">
        {say(workflow.name)}
      </Title>
      <ol className="process-map" aria-label={say(workflow.name)}>
        {processSteps(workflow).map((keys) => (
          <li key={keys.join()}>
            {keys.map((key) => (
              <StageBox key={key} stage={key} row={rows.get(key)} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function StageBox({ stage: key, row }: { stage: string; row: Row | undefined }) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const share = row?.contributed.share ?? 0;
  const delay = delayOf(share);
  const median = row?.seconds.p50 ?? null;
  return (
    <div className={`process-stage delay-${delay}`}>
      <strong>{stage(key)}</strong>
      <span>
        <span aria-hidden>{MARKS[delay]} </span>
        {fill(words.delayOf, { delay: words.delays[delay], percent: format.number(percentOf(share)) })}
      </span>
      <span>
        {median === null ? words.noneClosed : fill(words.medianOf, { days: format.number(daysOf(median)) })}
      </span>
      <span>{fill(words.openOf, { n: format.number(row?.open ?? 0) })}</span>
    </div>
  );
}
