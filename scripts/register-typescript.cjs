// `node -r ./scripts/register-typescript.cjs file.ts` runs TypeScript from its source, with the project's own
// swc settings and path aliases: for scripts and for child processes of tests, neither of which is built.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.join(__dirname, '..');
const options = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const room = /^@ledtid\/([a-z-]+)$/.exec(request)?.[1];
  if (room === undefined) return resolve(request, ...rest);
  const place = room === 'workflows' ? path.join(root, 'workflows') : path.join(root, 'libs', room);
  const index = path.join(place, 'index.ts');
  return existsSync(index) ? index : resolve(request, ...rest);
};
