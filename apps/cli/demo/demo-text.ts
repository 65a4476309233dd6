import { wrapped } from '../output/table';
import { reportText } from '../reports/report-text';
import type { DemoStep } from './demo-step';
import type { Delivered, DemoDocument } from './run-demo';

const INDENT = '      ';

/** One step for people: who did what, what the server said to it, where the case stands then. */
export function stepText({ number, who, what, command, late, refusal, ...step }: DemoStep): string {
  const person = who === null ? 'The worker' : `${who.name} (${who.role})`;
  const registered = late === null ? '' : `; it happened at ${late.occurredAt}, known by ${late.basis}`;
  const done = command === null ? [] : [`${command}${refusal === null ? registered : ''}`];
  const refused = refusal === null ? [] : [`refused with ${refusal.code}: ${refusal.text}`];
  return [
    wrapped(`${person} ${what}.`, INDENT).replace(INDENT, `${String(number).padStart(3)}.  `),
    wrapped([...done, ...refused].join(' '), INDENT),
    wrapped(`${step.case.name}: ${step.stateAfter.join(', ')}`, INDENT),
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** What stands below the steps: how the case ended, where its time went, where its data lie. */
export function endingText({ case: ended, leadTime, releases }: DemoDocument): string {
  return [
    '',
    `Case ${ended.registrationNumber ?? ended.id} has ended: ${ended.state.join(', ')} (${ended.outcome ?? '-'}).`,
    '',
    reportText(leadTime),
    '',
    'The sealed packages, for the environment alone to open:',
    ...releases.map(placeText),
  ].join('\n');
}

function placeText({ name, id, package: place }: Delivered): string {
  return `  ${name}: ${place ?? `where the server's environment keeps ${id}`}`;
}
