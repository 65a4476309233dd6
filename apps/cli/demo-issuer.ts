import { DemoIssuer } from '@ledtid/access';
import { OrderedIds, SystemTime } from '@ledtid/time';
import type { Context } from './context';

/** The demo issuer of the data directory, whose key the running server believes. */
export function openDemoIssuer({ dataDirectory }: Pick<Context, 'dataDirectory'>): Promise<DemoIssuer> {
  const time = new SystemTime();
  return DemoIssuer.open({ directory: dataDirectory, time, ids: new OrderedIds(time) });
}
