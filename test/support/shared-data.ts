import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../../shared/data');
const missing = !existsSync(FOLDER);

/** Path of a file of real data that lies beside the repository (`../shared/data`), not in it. */
export function sharedData(path: string): string {
  return join(FOLDER, path);
}

/**
 * `describe` for tests over real data: skipped where `../shared/data` is not there, unless
 * LEDTID_REQUIRE_SHARED_DATA is set, as in .ci/run: then the tests run, and fail.
 */
export const describeWithSharedData =
  missing && process.env.LEDTID_REQUIRE_SHARED_DATA === undefined ? describe.skip : describe;
