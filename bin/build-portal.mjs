// Builds dist/portal, what browsers load, and beside each file the same compressed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const PORTAL = join(dirname(fileURLToPath(import.meta.url)), '..', 'apps', 'portal');
const ASSETS = join(PORTAL, '..', '..', 'dist', 'portal', 'assets');

// Whoever builds may be a test run: the portal is built as it is delivered, never with React's checks for developers.
process.env.NODE_ENV = 'production';
await build({ configFile: join(PORTAL, 'vite.config.mjs'), logLevel: 'warn' });
for (const name of readdirSync(ASSETS)) {
  const file = join(ASSETS, name);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
}
