import { clockKeys, defaultClockConfiguration } from '@ledtid/time';
import {
  type EventSpec,
  type StateStructure,
  type TransitionStructure,
  type Workflow,
  clockUses,
  diagramsOf,
  rolesInStage,
  stateText,
  structureOf,
} from '@ledtid/workflow';

const NOTE = '<!-- Made by `npm run derive` from the machine. Change the machine, not this file. -->';

/** What a workflow is, for somebody who reads its folder: pictures, who may do what when, clocks. */
export function workflowReadme(workflow: Workflow): string {
  const { name } = workflow.texts;
  return [
    `# ${name.en}`,
    NOTE,
    `*${name.sv}* (\`${workflow.key}\`, version ${workflow.version})`,
    ...pictures(workflow),
    '## Stages',
    stages(workflow),
    '## States',
    states(workflow),
    '## Who may do what, and when',
    'An event without a state it leads to is recorded and moves nothing. The codes in the last column are the refusals.',
    events(workflow),
    '## Clocks',
    clocks(workflow),
    '## Refusals',
    refusals(workflow),
    '## Outcomes',
    outcomes(workflow),
    '',
  ].join('\n\n');
}

function pictures(workflow: Workflow): string[] {
  return diagramsOf(workflow).flatMap(({ of, mermaid }) => [
    of === null ? '## The way through' : `### Inside \`${of}\``,
    `\`\`\`mermaid\n${mermaid}\n\`\`\``,
  ]);
}

function stages({ stages: declared, texts }: Workflow): string {
  const rows = Object.entries(declared).map(([key, { roles }]) => [
    code(key),
    texts.stages[key]?.en ?? '',
    texts.stages[key]?.sv ?? '',
    roles.map(code).join(', '),
  ]);
  return rows.length === 0
    ? 'None: nobody works a stage here.'
    : table(['stage', 'English', 'Swedish', 'worked by'], rows);
}

function states(workflow: Workflow): string {
  const rows = [...workflow.leaves.values()].map(({ path, meta }) => [
    code(path),
    stateText(workflow, path)?.en ?? '',
    stateText(workflow, path)?.sv ?? '',
    ...[meta.stage, meta.executed ? `${meta.activity}, executed by the worker` : meta.activity],
    ...[meta.party, meta.cause ?? ''],
  ]);
  return table(['state', 'English', 'Swedish', 'stage', 'activity', 'party', 'cause'], rows);
}

function events(workflow: Workflow): string {
  const rows = structureOf(workflow).flatMap((state) =>
    state.transitions
      .filter(({ event }) => event in workflow.events)
      .map((transition) => eventRow(workflow, state, transition)),
  );
  return table(['state', 'event', 'English', 'who', 'leads to', 'unless'], rows);
}

function eventRow(workflow: Workflow, state: StateStructure, transition: TransitionStructure): string[] {
  const { event, targets, guards } = transition;
  const spec = workflow.events[event];
  return [
    state.path === '' ? 'anywhere' : code(state.path),
    code(event),
    workflow.texts.events[event]?.en ?? '',
    spec ? senders(workflow, spec, state, transition) : '',
    targets.map(code).join(' and '),
    guards.map(({ type, params }) => code([type, ...Object.values(params)].join(' '))).join(', '),
  ];
}

function senders(
  workflow: Workflow,
  spec: EventSpec,
  { path }: StateStructure,
  { guards }: TransitionStructure,
): string {
  if (spec.internal) return 'the system';
  const stage = guards.find(({ type }) => type === 'stage-not-active')?.params.stage as string | undefined;
  const leaves = [...workflow.leaves.values()].filter((leaf) => leaf.path === path);
  const roles = rolesInStage(workflow, spec, stage ?? null, leaves);
  const marks = [spec.decision && 'who assessed nothing', spec.assessment && 'assesses'].filter(Boolean);
  return `${roles.map(code).join(', ')}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

function clocks(workflow: Workflow): string {
  const uses = clockUses(workflow);
  const keys = clockKeys(defaultClockConfiguration).filter((key) => uses.has(key));
  const rows = keys.map((key) => {
    const use = uses.get(key);
    const at = (paths: readonly string[] | undefined) => (paths ?? []).map(code).join(', ');
    const source = defaultClockConfiguration.versions.get(key)?.at(-1)?.source ?? '';
    return [code(key), at(use?.starts), at(use?.pauses), at(use?.meets), at(use?.voids), source];
  });
  return rows.length === 0
    ? 'None.'
    : table(['clock', 'runs from', 'stands in', 'met on', 'void on', 'source'], rows);
}

function refusals({ guards, texts }: Workflow): string {
  return table(
    ['code', 'English', 'Swedish'],
    guards.map((guard) => [code(guard), texts.refusals[guard]?.en ?? '', texts.refusals[guard]?.sv ?? '']),
  );
}

function outcomes({ finals, texts }: Workflow): string {
  return table(
    ['final state', 'outcome', 'English', 'Swedish'],
    [...finals].map(([path, { outcome }]) => [
      code(path),
      code(outcome),
      texts.outcomes[outcome]?.en ?? '',
      texts.outcomes[outcome]?.sv ?? '',
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
