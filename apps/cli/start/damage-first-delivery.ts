import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_HOLDERS } from '@ledtid/access';
import type { TransportedDelivery } from '../../worker';
import { PROJECT_NAME } from '../demo/application-form';

/**
 * The second holder's first delivery to a case of `ledtid demo` arrives damaged, so that reception is seen to
 * send it back. What a visitor applies for arrives as it was sent: the demo alone says that it will be damaged.
 */
export async function damageFirstDelivery(
  folder: string,
  { holder, attempt, form }: TransportedDelivery,
): Promise<void> {
  if (holder !== DEMO_HOLDERS.two || attempt > 1 || form.projectName !== PROJECT_NAME) return;
  const [file] = await readdir(join(folder, 'data'));
  if (file !== undefined) await appendFile(join(folder, 'data', file), '\0');
}
