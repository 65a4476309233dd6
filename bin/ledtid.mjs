#!/usr/bin/env node
// The command `ledtid`: builds where the sources are newer than dist/, then runs the command line from dist/.
import { build, isCurrent } from './build.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Ledtid needs Node 20.19 or newer; this is ${process.version}. (node-too-old)\n`);
  process.exit(1);
}

if (!isCurrent()) {
  process.stderr.write('Building Ledtid, because its sources are newer than dist/ …\n');
  const code = await build();
  if (code !== 0) process.exit(1);
}
const { main } = (await import(new URL('../dist/apps/cli/main.js', import.meta.url))).default;
process.exitCode = await main(process.argv.slice(2));
