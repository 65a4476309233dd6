// Builds dist/, which every app runs from. `npm run build` and `bin/ledtid.mjs` both come here, so that one mark
// says of which moment the build is, and two commands started at once do not build over each other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [
  ...['apps', 'libs', 'workflows', 'migrations', 'bench'],
  ...['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const NOT_BUILT = /^(node_modules|dist|results)$|[.-]spec\.ts$/;
const PORTAL_BUILD = join('bin', 'build-portal.mjs');
const MARK = join('dist', 'built');
const LOCK = join('node_modules', '.ledtid-build');

/** Milliseconds of the last change below a path; a folder's own time tells of files that came or went. */
function lastChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => !NOT_BUILT.test(name));
  return Math.max(found.mtimeMs, ...inside.map((name) => lastChange(join(path, name))));
}

/** Whether dist/ is of the sources as they are. Where there are no sources, as in the image, it is what it is. */
export function isCurrent(root = ROOT) {
  if (!existsSync(join(root, 'apps'))) return true;
  const built = statSync(join(root, MARK), { throwIfNoEntry: false })?.mtimeMs ?? -1;
  return SOURCES.every((source) => lastChange(join(root, source)) <= built);
}

/** Exit code of the build: 0, or what the compiler said. All its output goes to stderr. */
export async function build() {
  const nest = builder();
  if (nest === null) {
    process.stderr.write('The packages are not installed. Run `npm ci` first. (packages-missing)\n');
    return 1;
  }
  const release = await lock(join(ROOT, LOCK));
  try {
    // Whoever held the lock has just built the same.
    if (isCurrent()) return 0;
    const begun = new Date(performance.timeOrigin + performance.now());
    // One after the other: the first empties dist/.
    const code = (await run([nest, 'build', 'cli'], ROOT)) || (await run([PORTAL_BUILD], ROOT));
    if (code === 0) {
      writeFileSync(join(ROOT, MARK), 'Made by bin/build.mjs: its time is when the build began.\n');
      utimesSync(join(ROOT, MARK), begun, begun);
    }
    return code;
  } finally {
    release();
  }
}

/** The Nest CLI, which compiles and rewrites the rooms' aliases; null when it is not installed. */
function builder() {
  try {
    return fileURLToPath(import.meta.resolve('@nestjs/cli/bin/nest.js'));
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Runs Node to its end, and takes it along when this process is told to stop. */
async function run(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 2, 2] });
  const stop = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const [code] = await once(child, 'exit');
  for (const signal of signals) process.off(signal, stop);
  return code ?? 130;
}

/** One build at a time. A lock whose process is gone, killed in the middle, is taken over. */
async function lock(path) {
  const mine = `${path}-${process.pid}`;
  writeFileSync(mine, `${process.pid}`);
  try {
    while (!linked(mine, path)) {
      if (isHeld(path)) await pause(100);
      else rmSync(path, { force: true });
    }
  } finally {
    rmSync(mine);
  }
  return () => rmSync(path, { force: true });
}

/** A link comes into being with its content, which a file opened and then written does not. */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(path) {
  try {
    return process.kill(Number(readFileSync(path, 'utf8')), 0);
  } catch (error) {
    // Somebody else's process is a process; a lock that is gone is tried for again.
    return error.code === 'EPERM' || error.code === 'ENOENT';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = 1;
  build().then((code) => (process.exitCode = code));
}
