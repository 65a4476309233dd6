import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Complaint {
  rule: string | null;
  message: string;
  severity: number;
}

/** What must be refused: where the code would lie, the code, the rule, and what the message must tell to do. */
type Forbidden = [risk: string, path: string, code: string, rule: string, remedy: RegExp];

const CASES = 'libs/cases/index.ts';
const TIME = 'libs/time/index.ts';
const WORKFLOW = 'libs/workflow/index.ts';

/** Of the rules that need types: one stands for all that guard work and data, one for those that guard against injection. */
const FLOATING = '@typescript-eslint/no-floating-promises';
const IMPLIED_EVAL = '@typescript-eslint/no-implied-eval';
const TYPED = [FLOATING, IMPLIED_EVAL];

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');

const FORBIDDEN: Forbidden[] = [
  ['upward', TIME, `export * from '@ledtid/cases';`, 'house/floors', /only downward/],
  ['upward, as a type', TIME, `export type A = import('@ledtid/cases').A;`, 'house/floors', /only downward/],
  ['upward, at run time', TIME, `export const a = import('@ledtid/cases');`, 'house/floors', /only downward/],
  ['upward, by require', TIME, `export const a = require('@ledtid/cases');`, 'house/floors', /only downward/],
  ['sideways', CASES, `export * from '@ledtid/release';`, 'house/floors', /sideways.*hand over/],
  ['into an app', CASES, `export * from '../../apps/api';`, 'house/floors', /only downward/],
  ['app into app', 'apps/api/main.ts', `export * from '../worker';`, 'house/floors', /sideways/],
  ['inside by alias', CASES, `export * from '@ledtid/time/instant';`, 'house/floors', /from '@ledtid\/time'/],
  ['inside by path', CASES, `export * from '../time/instant';`, 'house/floors', /from '@ledtid\/time'/],
  ['index by path', CASES, `export * from '../time';`, 'house/floors', /from '@ledtid\/time'/],
  ['itself by alias', CASES, `export * from '@ledtid/cases';`, 'house/floors', /relative path/],
  ['from tests', CASES, `export * from '../../test/support/x';`, 'house/floors', /move what both need/],
  ['portal into a room', 'apps/portal/src/app.ts', `import '@ledtid/time';`, 'house/floors', /OpenAPI/],
  ['a room on no floor', CASES, `import '@ledtid/cellar';`, 'house/floors', /no floor/],
  ['framework in a pure room', WORKFLOW, `import '@nestjs/common';`, 'house/purity', /parameter/],
  ['files in a pure room', TIME, `import 'node:fs';`, 'house/purity', /parameter/],
  ['database in a pure room', WORKFLOW, `import 'pg';`, 'house/purity', /parameter/],
  ['platform in a pure room', WORKFLOW, `import '@ledtid/platform';`, 'house/purity', /parameter/],
  [
    'environment in a pure room',
    WORKFLOW,
    `export const a = process.env.A;`,
    'no-restricted-globals',
    /parameter/,
  ],
  ['new Date()', CASES, `export const a = new Date();`, 'no-restricted-syntax', /TimeSource/],
  ['Date.now()', CASES, `export const a = Date.now();`, 'no-restricted-syntax', /TimeSource/],
  ['Date.now handed on', CASES, `export const a = [0].map(Date.now);`, 'no-restricted-syntax', /TimeSource/],
  [
    'crypto.randomUUID()',
    CASES,
    `export const a = crypto.randomUUID();`,
    'no-restricted-syntax',
    /IdGenerator/,
  ],
  ['randomUUID', CASES, `export { randomUUID } from 'node:crypto';`, 'no-restricted-imports', /IdGenerator/],
  ['uuid', CASES, `export { v4 } from 'uuid';`, 'no-restricted-imports', /IdGenerator/],
  ['Math.random()', CASES, `export const a = Math.random();`, 'no-restricted-syntax', /seeded/],
  ['now() in SQL', CASES, `export const a = 'SELECT now()';`, 'no-restricted-syntax', /TimeSource/],
  ['now() in a template', CASES, 'export const a = `${1} < now()`;', 'no-restricted-syntax', /TimeSource/],
  [
    'current_timestamp',
    CASES,
    `export const a = 'DEFAULT CURRENT_TIMESTAMP';`,
    'no-restricted-syntax',
    /TimeSource/,
  ],
  [
    'gen_random_uuid()',
    CASES,
    `export const a = 'gen_random_uuid()';`,
    'no-restricted-syntax',
    /IdGenerator/,
  ],
  ['now() in a .sql file', 'libs/lead-time/a.sql', `SELECT\n now()`, 'no-restricted-syntax', /TimeSource/],
  [
    'id in a .sql file',
    'libs/lead-time/a.sql',
    `SELECT gen_random_uuid()`,
    'no-restricted-syntax',
    /IdGenerator/,
  ],
  [
    'column of times',
    CASES,
    `export { CreateDateColumn } from 'typeorm';`,
    'no-restricted-imports',
    /plain column/,
  ],
  [
    'column of ids',
    CASES,
    `export { PrimaryGeneratedColumn } from 'typeorm';`,
    'no-restricted-imports',
    /PrimaryColumn/,
  ],
  ['a line past the logger', CASES, `console.log('x');`, 'no-console', /./],
  ['eval', CASES, `export const a = eval('1');`, 'no-eval', /./],
  ['new Function', CASES, `export const a = new Function('return 1');`, 'no-new-func', /./],
  ['a timer of text', CASES, `setTimeout('close()', 1);`, IMPLIED_EVAL, /./],
  [
    'a shell by exec',
    CASES,
    `export { exec } from 'node:child_process';`,
    'no-restricted-imports',
    /list of arguments/,
  ],
  [
    'a shell by a namespace',
    CASES,
    `import * as child from 'child_process';\nchild.exec('ls');`,
    'no-restricted-imports',
    /list of arguments/,
  ],
  [
    'a shell by an option',
    CASES,
    `export const a = { shell: true };`,
    'no-restricted-syntax',
    /list of arguments/,
  ],
  ['501 lines', CASES, `${lines(500, '// line')}\nexport {};`, 'max-lines', /too many lines \(501\)/],
  ['501 lines of SQL', 'libs/lead-time/a.sql', lines(501, 'SELECT 1'), 'max-lines', /too many lines \(501\)/],
  [
    '61 lines a function',
    CASES,
    `export function a() {\n${lines(59, '//')}\n}`,
    'house/function-length',
    /split it/,
  ],
  ['61 lines a test', CASES, `it('a', () => {\n${lines(59, '//')}\n});`, 'house/function-length', /split it/],
  ['any', CASES, `export const a: any = 1;`, '@typescript-eslint/no-explicit-any', /./],
  ['a lost promise', TIME, `void 0;\nPromise.resolve(1);`, FLOATING, /await/],
];

const ALLOWED: [habit: string, path: string, code: string][] = [
  ['a lower floor', CASES, `export * from '@ledtid/time';`],
  ['its own inside', CASES, `export * from './decide/change-set';`],
  ['the registry of workflows', CASES, `export * from '@ledtid/workflows';`],
  ['start composes the apps', 'apps/cli/main.ts', `export * from '../api';`],
  ['a moment from text', CASES, `export const a = new Date('2026-11-22');`],
  ['a process by its arguments', CASES, `export { execFile, spawn } from 'node:child_process';`],
  ['a comment in SQL on now()', 'libs/lead-time/a.sql', `-- not now()\nSELECT $1 /* now() */`],
  ['500 lines', CASES, `${lines(499, '// line')}\nexport {};`],
  ['60 lines a function', CASES, `export function a() {\n${lines(58, '//')}\n}`],
  ['a long list of tests', CASES, `describe('a', () => {\n${lines(59, '//')}\n});`],
  ['a pure library', WORKFLOW, `export * from 'xstate';`],
];

function lint(snippets: { path: string; code: string; typed: boolean }[]): Complaint[][] {
  const root = resolve(__dirname, '..');
  const output = execFileSync(process.execPath, ['test/support/lint-snippets.mjs'], {
    cwd: root,
    input: JSON.stringify(snippets),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output.toString()) as Complaint[][];
}

describe('house rules', () => {
  let answers: Complaint[][];

  beforeAll(() => {
    answers = lint(
      [...FORBIDDEN, ...ALLOWED].map(([, path, code, rule]) => ({
        path,
        code,
        typed: TYPED.includes(rule ?? ''),
      })),
    );
  }, 120_000);

  it.each(FORBIDDEN.map((entry, index) => [entry[0], entry, index] as const))(
    'refuse %s, and say what to do instead',
    (_, [, , , rule, remedy], index) => {
      const complaint = answers[index]!.find((candidate) => candidate.rule === rule);
      expect(complaint?.message ?? answers[index]).toMatch(remedy);
      expect(complaint?.severity).toBe(2);
    },
  );

  it.each(ALLOWED.map(([habit], index) => [habit, index] as const))('allow %s', (_, index) => {
    const house = answers[FORBIDDEN.length + index]!;
    expect(house.filter(({ rule }) => rule?.startsWith('@') !== true)).toEqual([]);
  });
});
