import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

type WebBytes = Parameters<Encrypter['encrypt']>[0] & ReadableStream<Uint8Array>;

/** Writes what comes to a new file, encrypted in chunks of 64 KiB, and waits until the disk has it. */
export async function sealTo(
  path: string,
  content: AsyncIterable<Uint8Array>,
  identity: string,
): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  // Opened before anything can break off: a stream that opens its file itself may do so after it was given up.
  const file = await open(path, 'wx', 0o600);
  const sealed = async function* () {
    yield* nodeStream(
      await encrypter.encrypt(webStream(Readable.from(content, { objectMode: false }))),
    ) as AsyncIterable<Uint8Array>;
  };
  await pipeline(sealed, file.createWriteStream({ flush: true }));
}

/** Each chunk is authenticated, its place and the last one's being last too: what was changed or cut is no content. */
export async function openSealed(sealed: Readable, identity: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return nodeStream(await decrypter.decrypt(webStream(sealed)));
}

function webStream(stream: Readable): WebBytes {
  return Readable.toWeb(stream) as unknown as WebBytes;
}

function nodeStream(stream: unknown): Readable {
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
}
