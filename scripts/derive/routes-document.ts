import { TABLE_CALLERS, type TableRow } from '../../apps/api';

/** A line of the page: all that are answered alike stand together. */
interface Line {
  readonly names: readonly string[];
  readonly answers: string;
}

const FOREWORD = `What every route answers whom, as a status of HTTP, and of cases: of which case. This page is made from
\`libs/access/route-rules.ts\`, the case policy ([access.md](access.md)) and the workflows by \`npm run derive\`;
\`apps/api/routes.database-spec.ts\` calls every route as everybody and compares. A route without a line here cannot be
derived, and at run time lets nobody in.

_nobody_ sends no token, _expired_ one of yesterday. _Own_: where the caller is the applicant, or the case concerns the
caller’s organisation as data holder; _another’s_: where not, which for everybody else is the same. 404: as if there were no
such case, the very answer of an id that nobody has.

What a rule lets through, the state of the case may still refuse: a form can be changed (200) only as a draft or while the
case is with the applicant, and a command is carried out only in the states that its workflow’s README lists; in every
other state the answer is 409. _200 / 403_: the cause of a wait may be named by whoever speaks for the party whose turn it is,
and by nobody else who does not work the stage. Reading a case does not depend on its state.`;

/** Role × route × case × answer: the whole of `docs/routes.md`. */
export function routesDocument(rows: readonly TableRow[]): string {
  const [general, ofCases] = [rows.filter(({ of }) => of === null), rows.filter(({ of }) => of !== null)];
  const reading = ofCases.filter(({ event }) => event === null);
  const commands = ofCases.filter(({ event }) => event !== null);
  return [
    '# Which route answers whom',
    FOREWORD,
    '## Routes about no one case',
    table('route', together(general, callOf)),
    ...byWorkflow(reading, 'Routes of', callOf),
    ...byWorkflow(commands, 'Commands to', eventOf),
    '',
  ].join('\n\n');
}

function byWorkflow(rows: readonly TableRow[], title: string, nameOf: (row: TableRow) => string): string[] {
  const workflows = [...new Set(rows.map(({ of }) => of?.workflow ?? ''))];
  return workflows.flatMap((workflow) => {
    const own = rows.filter(({ of }) => of?.workflow === workflow);
    return [
      `## ${title} ${/^[aeiou]/.test(workflow) ? 'an' : 'a'} \`${workflow}\``,
      table('of whose case', together(own, nameOf)),
    ];
  });
}

/** First whose case of one call, then the calls whose lines are the same. */
function together(rows: readonly TableRow[], nameOf: (row: TableRow) => string): Line[] {
  const calls = [...new Set(rows.map(nameOf))].map((name) => {
    const of = rows.filter((row) => nameOf(row) === name);
    return { name, lines: grouped(of.map((row) => [whose(row), row.answers.join(' | ')])) };
  });
  const alike = grouped(calls.map(({ name, lines }) => [name, JSON.stringify(lines)]));
  return alike.flatMap(({ names, answers: lines }) =>
    (JSON.parse(lines) as Line[]).map(({ names: cases, answers }) => {
      const ofCases = cases.join('') === '' ? '' : ` — ${cases.length > 1 ? 'any' : cases.join('')}`;
      return { names: [`${names.join('<br>')}${ofCases}`], answers };
    }),
  );
}

function grouped(pairs: readonly (readonly [name: string, answers: string])[]): Line[] {
  const lines = new Map<string, string[]>();
  for (const [name, answers] of pairs) lines.set(answers, [...(lines.get(answers) ?? []), name]);
  return [...lines].map(([answers, names]) => ({ names, answers }));
}

function whose({ of }: TableRow): string {
  if (of === null) return '';
  return of.own ? 'own' : 'another’s';
}

function callOf({ route: { method, path } }: TableRow): string {
  return `\`${method} ${path.replace('/api/v1', '')}\``;
}

function eventOf({ event }: TableRow): string {
  return event?.stage == null ? `\`${event?.type ?? ''}\`` : `\`${event.type}\` of \`${event.stage}\``;
}

function table(head: string, lines: readonly Line[]): string {
  const heads = [head, ...TABLE_CALLERS.map(({ name }) => name.replaceAll('_', ' '))];
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...lines.map(({ names, answers }) => `| ${names.join('')} | ${answers} |`),
  ].join('\n');
}
