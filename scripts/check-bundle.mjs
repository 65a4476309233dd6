// What a browser has to load before the portal's first page shows: at most 250 KB of compressed JavaScript. Reads what
// `npm run build` made.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MOST = 250 * 1024;
const PORTAL = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'portal');
const manifest = JSON.parse(readFileSync(join(PORTAL, '.vite', 'manifest.json'), 'utf8'));

/** The keys of the manifest that loading one of them loads too. */
function loadedWith(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of manifest[key].imports ?? []) loadedWith(imported, found);
  return found;
}

const files = [...loadedWith('index.html')].map((key) => manifest[key].file);
const sizes = files.map((file) => ({ file, bytes: statSync(join(PORTAL, `${file}.gz`)).size }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { file, bytes } of sizes) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${file}`);
console.log(`${(total / 1024).toFixed(1).padStart(8)} KB  of at most ${MOST / 1024} KB`);
process.exitCode = total > 0 && total <= MOST ? 0 : 1;
