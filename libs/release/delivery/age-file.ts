import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { ReleaseFault } from '../release-fault';

type WebBytes = Parameters<Encrypter['encrypt']>[0] & ReadableStream<Uint8Array>;

/** Encrypts a file to an age recipient (`age1…`), as a stream. The result is for others to fetch, so it is readable. */
export async function encryptFile(source: string, target: string, recipient: string): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(webStream(source));
  await pipeline(nodeStream(sealed), createWriteStream(target, { mode: 0o644, flush: true }));
}

/** Throws the fault `not-decrypted` when the identity is another or the file was changed. */
export async function decryptFile(source: string, target: string, identity: string): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const open = await decrypter.decrypt(webStream(source));
    await pipeline(nodeStream(open), createWriteStream(target, { mode: 0o600 }));
  } catch {
    throw new ReleaseFault(
      'not-decrypted',
      'An encrypted file cannot be opened.',
      'Use the identity it was encrypted to; if that is so, the file was changed.',
    );
  }
}

export function isRecipient(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

function webStream(path: string): WebBytes {
  return Readable.toWeb(createReadStream(path)) as unknown as WebBytes;
}

function nodeStream(stream: unknown): Readable {
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
}
