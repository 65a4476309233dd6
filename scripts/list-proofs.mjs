// Lists the raw results in bench/results whose code has changed since they were measured: they wait to be run
// again by hand (npm run prove NAME). Informs and fails nothing: full-size proofs take longer than a change may wait.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESULTS = join('bench', 'results');
const CODE = ['apps', 'bench', 'libs', 'migrations', 'workflows', ':!bench/results', ':!*.spec.ts', ':!*.md'];

/** `fresh`, `stale`, or why it cannot be told. */
function stateOf({ commit }) {
  if (typeof commit !== 'string') return 'names no commit';
  const known = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { stdio: 'ignore' });
  if (known.status !== 0) return `names commit ${commit}, which this clone does not have`;
  const changed = execFileSync('git', ['diff', '--name-only', commit, 'HEAD', '--', ...CODE], {
    encoding: 'utf8',
  });
  const files = changed.split('\n').filter(Boolean).length;
  return files === 0 ? 'fresh' : `stale: ${files} files changed since ${commit.slice(0, 10)}`;
}

const names = existsSync(RESULTS) ? readdirSync(RESULTS).filter((name) => name.endsWith('.json')) : [];
for (const name of names.sort()) {
  console.log(`- ${name}: ${stateOf(JSON.parse(readFileSync(join(RESULTS, name), 'utf8')))}`);
}
if (names.length === 0) console.log('- none has been run yet');
