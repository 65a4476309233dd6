import { type FileHandle, open, rm } from 'node:fs/promises';
import { AUTOMATIC_VERSION, Cases, isRefusal, isUuid, readFamily, systemActor } from '@ledtid/cases';
import { SystemTime, OrderedIds } from '@ledtid/time';
import type { Pool } from 'pg';
import { installedConfiguration } from '../configuration';
import type { Context } from '../context';
import { withDatabase } from '../database';
import { CommandError } from '../problem';
import { permitKeys } from './permit-keys';

export interface OpenedKey {
  readonly permit: string;
  /** To whom it is sealed. */
  readonly recipient: string;
  readonly file: string;
}

/**
 * Hands out the code key of a permit as one person asked and another approved, once, sealed to the recipient that was
 * approved. That it was is in the ledger before the key is in the file: a file that cannot be written costs another
 * asking, and no key is out of which the ledger does not tell.
 */
export function openKey(context: Context, permit: string, file: string): Promise<OpenedKey> {
  return withDatabase(context, async (pool) => {
    const recipient = await approvedRecipient(pool, permit);
    const sealed = await (await permitKeys(context)).sealedCodeKey(permit, recipient);
    const place = await newFile(file);
    try {
      await record(context, pool, permit, recipient);
      await place.writeFile(sealed);
    } catch (thrown) {
      await rm(file, { force: true });
      throw thrown;
    } finally {
      await place.close();
    }
    return { permit, recipient, file };
  });
}

async function approvedRecipient(pool: Pool, permit: string): Promise<string> {
  const { instance } = (isUuid(permit) && (await readFamily(pool, permit))) || {};
  const { recipient } = (instance?.context ?? {}) as { recipient?: string | null };
  if (instance?.workflow === 'permit' && typeof recipient === 'string') return recipient;
  throw new CommandError(
    'key-not-asked-for',
    'Nobody has asked for the code key of such a permit.',
    'Send ASK_FOR_KEY to the permit, and let another person approve it.',
  );
}

/** The permit's own machine says whether it was approved, holds still, and for whom. */
async function record(context: Context, pool: Pool, permit: string, recipient: string): Promise<void> {
  const time = new SystemTime();
  const ids = new OrderedIds(time);
  const cases = new Cases({ pool, time, ids, configuration: installedConfiguration(context) });
  const command = {
    ...{ instanceId: permit, type: 'KEY_OPENED', payload: { recipient } },
    ...{ version: AUTOMATIC_VERSION, idempotencyKey: ids.next() },
  };
  const answer = await cases.command(command, systemActor('code-keys'));
  if (isRefusal(answer))
    throw new CommandError(
      answer.code,
      answer.text.en,
      'Nothing was handed out. An approval holds for 72 hours and for one time.',
    );
}

async function newFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch {
    throw new CommandError(
      'file-not-made',
      'The file for the sealed key cannot be made.',
      'Name one that does not exist yet, in a folder that you may write to.',
    );
  }
}
