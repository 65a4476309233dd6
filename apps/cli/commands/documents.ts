import { type KeyRotation, rotateDocumentKeys } from '@ledtid/cases';
import type { Context } from '../context';
import { withDatabase } from '../database';
import { sweepDocuments, vaultSettings } from '../documents/context-documents';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';

export const documentsCommand: CommandFile = (program, host) => {
  const documents = program.command('documents').description('look after the documents of cases');
  documents
    .command('rotate-keys')
    .description(
      'wrap the keys of all documents by LEDTID_DOCUMENT_KEY, so that the earlier keys can go; exit 1 if they cannot yet',
    )
    .action(host.run(async (context) => answerOf(await rotate(context))));
  documents
    .command('sweep')
    .description('remove the files that crashes and disposals left')
    .action(
      host.run(async (context) =>
        sweepAnswer(await withDatabase(context, (pool) => sweepDocuments(context, pool))),
      ),
    );
};

function rotate(context: Context): Promise<KeyRotation> {
  // Inside: an embedded database says where it is when it runs.
  return withDatabase(context, async (pool) => {
    const { keys } = await vaultSettings(context);
    return rotateDocumentKeys(pool, keys, (count) => context.progress(`${count} keys wrapped anew …`));
  });
}

/** Document: `rewrapped`, and `left`, how many documents still need which other key. */
function answerOf(rotation: KeyRotation): Answer {
  const left = Object.entries(rotation.left);
  const lines = left.map(
    ([key, documents]) =>
      `${documents} documents still need the key ${key}: a process wraps by it. Run again.`,
  );
  const done = 'The earlier keys can go (LEDTID_DOCUMENT_EARLIER_KEYS).';
  const text = [`${rotation.rewrapped} keys wrapped anew.`, ...(left.length > 0 ? lines : [done])].join('\n');
  return { document: rotation, text, ...(left.length > 0 && { failed: true }) };
}

/** Document: `removed`. */
function sweepAnswer(removed: number): Answer {
  return { document: { removed }, text: `${removed} files removed.` };
}
