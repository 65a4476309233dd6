import { Text } from '@mantine/core';
import type { Case } from '../api/client';
import { useWorkflow } from '../api/queries';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useStateName } from './names';
import { processSteps } from './process-steps';

/** The way of a case through its workflow, where it is now lit and named; the same as text below. */
export function ProcessPicture({ found }: { found: Pick<Case, 'workflow' | 'state'> }) {
  const { texts, say } = useLanguage();
  const workflow = useWorkflow(found.workflow).data;
  const stateName = useStateName(found.workflow);
  if (workflow === undefined) return null;
  const isLit = (leaves: readonly string[]) => leaves.some((leaf) => found.state.includes(leaf));
  const steps = processSteps(workflow);
  const boxes = steps.flatMap((step) => step.boxes);
  const now = found.state.map((path) => {
    const box = boxes.find(({ leaves }) => leaves.includes(path));
    const state = stateName(path) ?? path;
    return box === undefined || say(box.label) === state ? state : `${say(box.label)} (${state})`;
  });
  return (
    <figure className="process">
      <ol className="process-steps">
        {steps.map(({ key, boxes: beside }) => (
          <li key={key}>
            {beside.map((box) => (
              <span
                key={box.key}
                className="process-box"
                aria-current={isLit(box.leaves) ? 'step' : undefined}
              >
                {isLit(box.leaves) && <span aria-hidden>▶ </span>}
                {say(box.label)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <Text component="figcaption" size="sm">
        {fill(texts.cases.isNow, { states: now.join(', ') })}
      </Text>
    </figure>
  );
}
