import { posix } from 'node:path';

/** The floors of CONTRIBUTING.md, top first. A room may import rooms of lower floors only. */
const FLOORS = [
  ['apps/api', 'apps/worker', 'apps/cli', 'apps/portal'],
  ['libs/simulation'],
  ['libs/cases', 'libs/release'],
  ['libs/lead-time', 'libs/access', 'libs/catalogue', 'libs/documents', 'libs/notices', 'workflows'],
  ['libs/workflow', 'libs/platform'],
  ['libs/time'],
];

/** Folders that may look at every room, and that no room looks at. */
const GUESTS = ['test', 'bench', 'migrations', 'scripts', 'bin'];

/** `start` composes the other apps in one process; `bench` runs what lies in bench/. Nothing else crosses so. */
const ALLOWED_CROSSINGS = new Set([
  'apps/cli -> apps/api',
  'apps/cli -> apps/worker',
  'apps/cli -> bench',
  'apps/api -> migrations',
  'apps/cli -> migrations',
  'apps/worker -> migrations',
  'libs/platform -> migrations',
]);

/** `libs/cases/live/writer.ts` is in `libs/cases`; a file in the root is in no room. */
function roomOf(path) {
  const [first, second, third] = path.split('/');
  if (second === undefined) return null;
  if (first !== 'apps' && first !== 'libs') return first;
  return third === undefined ? null : `${first}/${second}`;
}

/** What an import means: its room, whether it goes past the room's index, and how it is spelt. Null: a package. */
function targetOf(specifier, fromPath) {
  const alias = /^@ledtid\/([^/]+)(\/.*)?$/.exec(specifier);
  if (alias) {
    const room = alias[1] === 'workflows' ? 'workflows' : `libs/${alias[1]}`;
    return { room, inside: alias[2] !== undefined, alias: true };
  }
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(posix.dirname(fromPath), specifier);
  const room = roomOf(`${path}/index`) ?? path;
  const rest = path.slice(room.length + 1).replace(/\.(ts|js)$/, '');
  return { room, inside: rest !== '' && rest !== 'index', alias: false };
}

const floorOf = (room) => FLOORS.findIndex((floor) => floor.includes(room));
const aliasOf = (room) =>
  room === 'workflows' ? '@ledtid/workflows' : `@ledtid/${room.slice('libs/'.length)}`;
const isTest = (path) => /\.(spec|database-spec|redis-spec)\.ts$/.test(path);

/** Why this import is forbidden and what to do instead; null when it is allowed. */
export function complaintAbout(specifier, fromPath) {
  const from = roomOf(fromPath);
  const target = targetOf(specifier, fromPath);
  if (from === null || target === null) return null;
  if (target.room === from) {
    return target.alias ? `A room does not import itself by '${specifier}': use a relative path.` : null;
  }
  if (from === 'apps/portal') {
    return 'The portal imports no room: it talks to the API through the client generated from OpenAPI.';
  }
  if (GUESTS.includes(target.room)) return complaintAboutGuest(from, target, fromPath);
  return complaintAboutInside(target, specifier) ?? complaintAboutFloor(from, target);
}

function complaintAboutGuest(from, target, fromPath) {
  if (GUESTS.includes(from) || ALLOWED_CROSSINGS.has(`${from} -> ${target.room}`)) return null;
  if (isTest(fromPath)) return null;
  return `${from} imports from ${target.room}/, which no room may: move what both need into a room.`;
}

function complaintAboutInside(target, specifier) {
  const known = floorOf(target.room) >= 0;
  if (!known) {
    return `'${specifier}' leads to ${target.room}, which stands on no floor: add it to scripts/lint-rules/rooms.mjs.`;
  }
  const replacement = target.room.startsWith('apps/') ? `its index.ts` : `'${aliasOf(target.room)}'`;
  const crossesByPath = !target.alias && !target.room.startsWith('apps/');
  if (!target.inside && !crossesByPath) return null;
  return `'${specifier}' reaches into the inside of ${target.room}: import from ${replacement} instead.`;
}

function complaintAboutFloor(from, target) {
  if (GUESTS.includes(from) || ALLOWED_CROSSINGS.has(`${from} -> ${target.room}`)) return null;
  const [own, other] = [floorOf(from), floorOf(target.room)];
  if (own < 0) return `${from} stands on no floor: add it to scripts/lint-rules/rooms.mjs.`;
  if (own < other) return null;
  const direction = own === other ? 'sideways' : 'upward';
  return (
    `${from} imports ${direction} from ${target.room}: arrows go only downward. ` +
    'Let an app hand over what is needed, or move the shared part to a lower floor.'
  );
}
