import { keptDocuments } from '@ledtid/cases';
import { DocumentVault, type VaultSettings, sweepVault } from '@ledtid/documents';
import { SystemTime } from '@ledtid/time';
import type { Pool } from 'pg';
import { documentVault } from '../../api';
import type { Context } from '../context';
import { isOwn } from '../ledger/ledger-settings';
import { embeddedDocuments } from './embedded-documents';

/** Where the documents of this context's database lie, and what opens them. Throws `configuration-invalid`. */
export async function vaultSettings(context: Context): Promise<VaultSettings> {
  const own = (await isOwn(context)) ? await embeddedDocuments(context.dataDirectory) : undefined;
  return documentVault(context.settings, own);
}

/** Removes the files of no document that is kept. How many they were. */
export async function sweepDocuments(context: Context, pool: Pool): Promise<number> {
  const vault = new DocumentVault(await vaultSettings(context));
  const now = Date.parse(new SystemTime().now());
  return sweepVault(vault, (ids) => keptDocuments(pool, ids), now);
}

/** Whether this context's database has documents beside it at all. */
export async function keepsDocuments(context: Context): Promise<boolean> {
  return context.settings.documentDirectory !== null || (await isOwn(context));
}
