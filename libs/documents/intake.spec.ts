import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { keyEncryptionKeys } from '@ledtid/platform';
import { PDF, PNG, docxOf, odtOf, xlsxOf } from '../../test/support/sample-documents';
import { zipOf } from '../../test/support/zip-file';
import { Intake } from './intake';
import { isDocumentRefusal } from './refusals';
import { type DocumentRules, defaultDocumentRules } from './rules/document-rules';
import { checked } from './vault/checked';
import { DocumentVault } from './vault/document-vault';

const ID = '01935b2e-0000-7000-8000-0000000000ab';
const OTHER = '01935b2e-0000-7000-8000-0000000000cd';
const KEYS = keyEncryptionKeys(Buffer.alloc(32, 1), []);
const PERSON = '19450321-9805';

describe('taking documents in', () => {
  let directory: string;
  let vault: DocumentVault;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-vault-'));
    vault = new DocumentVault({ directory, keys: KEYS });
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function* inChunks(content: Buffer, size: number) {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    if (content.length === 0) yield content;
  }

  async function take(name: string, content: Buffer, rules: Partial<DocumentRules> = {}, kind = 'other') {
    const intake = new Intake({ vault, rules: { ...defaultDocumentRules, ...rules }, scanner: null });
    return intake.take({ id: ID, kind, name, length: null, content: inChunks(content, 100) });
  }

  async function taken(name: string, content: Buffer) {
    const answer = await take(name, content);
    if (isDocumentRefusal(answer)) throw new Error(answer.code);
    return answer;
  }

  async function files(): Promise<string[]> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  async function read(
    id: string,
    key: Parameters<DocumentVault['read']>[1],
    digest: string,
  ): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of checked(await vault.read(id, key), digest)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  it.each([
    ['plan.pdf', 'application/pdf', PDF],
    ['PLAN.PDF', 'application/pdf', PDF],
    ['figure.png', 'image/png', PNG],
    ['plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', docxOf()],
    ['list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsxOf()],
    ['plan.odt', 'application/vnd.oasis.opendocument.text', odtOf()],
    ['list.csv', 'text/csv', Buffer.from('variabel;källa\r\nålder;register\r\n')],
    ['list.csv', 'text/csv', Buffer.from('variabel;k\xe4lla\r\n', 'latin1')],
    ['plan.txt', 'text/plain', Buffer.from('\uFEFFVi vill följa personer över tid.\n')],
  ])('keeps %s as %s and gives the same bytes again', async (name, mediaType, content) => {
    const document = await taken(name, content);
    expect(document).toMatchObject({ id: ID, name, mediaType, size: content.length, state: 'unscanned' });
    expect(await read(ID, document.key, document.digest)).toEqual(content);
  });

  it.each<[string, string, Buffer, string]>([
    ['a picture with scripts', 'figure.svg', Buffer.from('<svg/>'), 'document-type-refused'],
    ['a page', 'plan.html', Buffer.from('<p>'), 'document-type-refused'],
    ['a text with macros by its name', 'plan.docm', docxOf(), 'document-type-refused'],
    ['a name without a type', 'plan', PDF, 'document-type-refused'],
    ['a path', '../plan.pdf', PDF, 'document-name-refused'],
    ['a page that says it is a document', 'plan.pdf', Buffer.from('<html>'), 'document-content-differs'],
    ['a picture under another type’s name', 'figure.jpg', PNG, 'document-content-differs'],
    [
      'a picture with scripts as text',
      'plan.txt',
      Buffer.from(' <svg onload="x">'),
      'document-content-differs',
    ],
    ['a page as a table', 'list.csv', Buffer.from('\uFEFF<!DOCTYPE html>'), 'document-content-differs'],
    ['a document as text', 'plan.txt', PDF, 'document-content-differs'],
    ['a program as text', 'plan.txt', Buffer.from('MZ\0\x01'), 'document-content-differs'],
    [
      'a program after much text',
      'plan.txt',
      Buffer.from(`${'a'.repeat(9000)}\0`),
      'document-content-differs',
    ],
    ['a table that says it is a text', 'plan.docx', xlsxOf(), 'document-content-differs'],
    ['any packed files', 'plan.docx', zipOf([['a.txt', 'a']]), 'document-content-differs'],
    ['nothing', 'plan.pdf', Buffer.alloc(0), 'document-empty'],
    ['macros', 'plan.docx', docxOf(['word/vbaProject.bin', 'x']), 'document-with-macros'],
    [
      'a program inside',
      'plan.docx',
      docxOf(['word/embeddings/oleObject1.bin', 'x']),
      'document-with-macros',
    ],
    ['macros of LibreOffice', 'plan.odt', odtOf(['Basic/script-lb.xml', 'x']), 'document-with-macros'],
    ['macros of old Excel', 'list.xlsx', xlsxOf(['xl/macrosheets/sheet1.xml', 'x']), 'document-with-macros'],
    ['a part twice', 'plan.docx', docxOf(['word/document.xml', 'other']), 'document-damaged'],
    ['a part that leads outside', 'plan.docx', docxOf(['../../evil', 'x']), 'document-damaged'],
    ['a torn file', 'plan.docx', docxOf().subarray(0, -30), 'document-damaged'],
    ['a password', 'plan.docx', zipOf([['word/document.xml', 'x']], { flags: 1 }), 'document-damaged'],
    [
      'a part that lies about its size',
      'plan.docx',
      zipOf([['mimetype', 'x'.repeat(99)]], { claimed: 1 }),
      'document-damaged',
    ],
  ])('refuses %s and leaves nothing', async (_, name, content, code) => {
    expect(await take(name, content)).toMatchObject({ code });
    expect(await files()).toEqual([]);
  });

  it('refuses what unpacks to more than may be, however small it is packed', async () => {
    const bomb = docxOf(
      ['word/media/a.xml', Buffer.alloc(2_000_000)],
      ['word/media/b.xml', Buffer.alloc(2_000_000)],
    );
    expect(bomb.length).toBeLessThan(10_000);
    expect(await take('plan.docx', bomb, { unpackedBytes: 3_000_000 })).toMatchObject({
      code: 'document-damaged',
    });
    expect(await take('plan.docx', bomb, { unpackedBytes: 5_000_000 })).toMatchObject({ size: bomb.length });
  });

  it('reads no further than a document may be long', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1000, 'a');
      }
    }
    const intake = new Intake({
      vault,
      rules: { ...defaultDocumentRules, bytesPerDocument: 50_000 },
      scanner: null,
    });
    const incoming = { id: ID, kind: 'other', name: 'plan.txt', length: null, content: endless() };
    expect(await intake.take(incoming)).toMatchObject({
      code: 'document-too-large',
      documentRefusal: 'too-large',
    });
    expect(asked).toBe(51);
    expect(await intake.take({ ...incoming, length: 50_001 })).toMatchObject({ code: 'document-too-large' });
    expect(asked).toBe(51);
    expect(await files()).toEqual([]);
  });

  it('refuses a kind that is not configured, and says which are', async () => {
    expect(await take('plan.pdf', PDF, {}, 'letter')).toMatchObject({
      code: 'document-kind-unknown',
      details: expect.arrayContaining(['research-plan', 'ethics-decision']) as string[],
    });
  });

  it('leaves nothing of a sender who goes away, and tells of it', async () => {
    async function* torn() {
      yield PDF;
      throw new Error('gone');
    }
    const intake = new Intake({ vault, rules: defaultDocumentRules, scanner: null });
    const incoming = { id: ID, kind: 'other', name: 'plan.pdf', length: null, content: torn() };
    await expect(intake.take(incoming)).rejects.toThrow('gone');
    expect(await files()).toEqual([]);
  });

  it('keeps no byte of the content on the disk that could be read without the key', async () => {
    const { key } = await taken('plan.txt', Buffer.from(`${PERSON}\n`.repeat(5000)));
    const [file] = await files();
    expect((await readFile(file!)).includes(PERSON)).toBe(false);
    expect(JSON.stringify(key)).not.toContain('AGE-SECRET');
    const stolen = new DocumentVault({ directory, keys: keyEncryptionKeys(Buffer.alloc(32, 2), []) });
    await expect(stolen.read(ID, key)).rejects.toMatchObject({ code: 'key-encryption-key-missing' });
  });

  it.each<[string, (sealed: Buffer) => Buffer]>([
    ['changed', (sealed) => Buffer.concat([sealed.subarray(0, -9), Buffer.from('changed!!')])],
    [
      'cut after a whole chunk',
      (sealed) => sealed.subarray(0, sealed.length - ((sealed.length - 200) % 65_552) - 16),
    ],
    ['emptied', (sealed) => sealed.subarray(0, 0)],
  ])('gives no document whose file was %s', async (_, change) => {
    const content = randomBytes(200_000);
    const document = await taken('plan.pdf', Buffer.concat([PDF, content]));
    const [file] = await files();
    await writeFile(file!, change(await readFile(file!)));
    await expect(read(ID, document.key, document.digest)).rejects.toThrow();
  });

  it('gives no document in the place of another', async () => {
    const document = await taken('plan.pdf', PDF);
    await expect(vault.read(OTHER, document.key)).rejects.toMatchObject({ code: 'key-not-opened' });
    await expect(read(ID, document.key, '0'.repeat(64))).rejects.toMatchObject({ code: 'document-changed' });
  });

  it('holds of a large document no more than of a small one', async () => {
    const size = 24_000_000;
    let [growth, least] = [0, Infinity];
    async function* large() {
      for (let at = 0; at < size; at += 60_000) {
        yield Buffer.alloc(60_000, 'a');
        if (at % 1_200_000 !== 0) continue;
        collectGarbage();
        const { arrayBuffers } = process.memoryUsage();
        // Over the least so far: what the tests before have left may still go meanwhile, and is no growth.
        least = Math.min(least, arrayBuffers);
        growth = Math.max(growth, arrayBuffers - least);
      }
    }
    const intake = new Intake({
      vault,
      rules: { ...defaultDocumentRules, bytesPerDocument: size },
      scanner: null,
    });
    const incoming = { id: ID, kind: 'other', name: 'large.txt', length: null, content: large() };
    expect(await intake.take(incoming)).toMatchObject({ size });
    expect(growth).toBeLessThan(size / 3);
  }, 60_000);
});

/** What is only waiting to be collected is not held. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
