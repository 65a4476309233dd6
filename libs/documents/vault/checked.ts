import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PlatformError } from '@ledtid/platform';

/** As `checked`, as a stream: whoever destroys it closes the file too. */
export function checkedStream(content: Readable, digest: string): Readable {
  const stream = Readable.from(checked(content, digest), { objectMode: false });
  stream.once('close', () => content.destroy());
  return stream;
}

/**
 * The content as it comes, held to its digest. The last chunk is held back until the whole was right, so that a
 * document which is not the one that was taken never ends as if it were. Throws `document-changed`.
 */
export async function* checked(
  content: AsyncIterable<Uint8Array>,
  digest: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | null = null;
  for await (const chunk of content) {
    if (held !== null) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (hash.digest('hex') !== digest)
    throw new PlatformError(
      'document-changed',
      'A document is not the one that was taken.',
      'Bring its file back from a backup; its id stands in the request.',
    );
  if (held !== null) yield held;
}
