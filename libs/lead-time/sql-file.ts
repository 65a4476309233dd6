import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a `.sql` file beside the code that runs it. Read once, at load. */
export function sqlFile(directory: string, name: string): string {
  return readFileSync(join(directory, 'sql', `${name}.sql`), 'utf8');
}
