import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { CLOCK_AND_IDS, CLOCK_AND_ID_IMPORTS } from './scripts/lint-rules/clock-and-ids.mjs';
import { DYNAMIC_CODE, SHELLS, SHELL_IMPORTS } from './scripts/lint-rules/dynamic-code.mjs';
import { floors } from './scripts/lint-rules/floors.mjs';
import { functionLength } from './scripts/lint-rules/function-length.mjs';
import { purity } from './scripts/lint-rules/purity.mjs';
import { sqlAsText } from './scripts/lint-rules/sql-as-text.mjs';

const TESTS = ['**/*.spec.ts', '**/*.database-spec.ts', '**/*.redis-spec.ts', 'test/**'];

const house = {
  rules: { floors, purity, 'function-length': functionLength },
  processors: { 'sql-as-text': sqlAsText },
};

/** Sizes, floors, clock and ids: the rules of CONTRIBUTING.md, for every file that runs. */
const houseRules = {
  'house/floors': 'error',
  'house/function-length': 'error',
  'max-lines': ['error', { max: 500, skipBlankLines: false, skipComments: false }],
  'no-restricted-syntax': ['error', ...CLOCK_AND_IDS, ...SHELLS],
  'no-restricted-imports': ['error', { paths: [...CLOCK_AND_ID_IMPORTS, ...SHELL_IMPORTS] }],
  ...DYNAMIC_CODE,
};

/** Of the rules that need types, those whose breach has lost work or data somewhere, or has run a text. */
const typedRules = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const typescriptRules = {
  '@typescript-eslint/no-explicit-any': 'error',
  // The compiler does this with the same answer (noUnusedLocals, noUnusedParameters).
  '@typescript-eslint/no-unused-vars': 'off',
  // A Nest module is a class with nothing but its decorator, and an event without payload has an empty payload class.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
};

const withoutIo = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'require',
  '__dirname',
].map((name) => ({
  name,
  message: 'This room is pure: take what you need as a parameter.',
}));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.ledtid/',
      'coverage/',
      'apps/portal/dist/',
      '**/*.generated.ts',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  { files: ['**/*.{ts,tsx,mjs,cjs,js}'], rules: houseRules },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...typescriptRules, ...typedRules },
  },
  {
    files: ['libs/time/**', 'libs/workflow/**'],
    ignores: TESTS,
    rules: { 'house/purity': 'error', 'no-restricted-globals': ['error', ...withoutIo] },
  },
  // Whoever prints by the console passes by the logger, which hides what must not be read.
  {
    files: ['apps/**', 'libs/**', 'workflows/**'],
    ignores: ['apps/portal/**', 'libs/access/demo-provider/**'],
    rules: { 'no-console': 'error' },
  },
  { files: ['apps/portal/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  // libs/time is where the clock and the ids are made; its tests prove them against the real ones.
  { files: ['libs/time/**'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' } },
  // A test states what it knows; a wrong `!` fails there at once.
  { files: TESTS, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // These hold the forbidden words themselves.
  { files: ['scripts/lint-rules/**', 'test/house-rules.spec.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.sql'], processor: 'house/sql-as-text' },
  {
    files: ['**/*.sql/*.js'],
    rules: {
      'no-restricted-syntax': ['error', ...CLOCK_AND_IDS],
      'max-lines': ['error', 500],
      'house/floors': 'off',
    },
  },
);
