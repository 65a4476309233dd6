import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentVault, sweepVault } from '@ledtid/documents';
import { keyEncryptionKeys } from '@ledtid/platform';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { START, configurationOf, person } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { Cases } from '../cases';
import type { DocumentLimits, NewDocument } from '../decision/add-document';
import { type Actor, isRefusal } from '../decision/command';
import { dispose } from '../ledger/disposal/dispose';
import { checkRebuild } from '../ledger/rebuild';
import { verifyLedger } from '../ledger/verify';
import { CaseReading } from '../reading/case-reading';
import { keptDocuments } from './kept';
import { rotateDocumentKeys } from './rotate-keys';

const anna = person('anna', 'applicant');
const bo = person('bo', 'applicant');
const olle = person('olle', 'case_officer');
const nils = person('nils', 'auditor');

const [OLD, NEW, THIRD] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer];
const WIDE: DocumentLimits = { documentsPerCase: 1000, bytesPerCase: 1_000_000 };
const NAME = 'Kanarina Kvistberg 19450321-9805.txt';

describe('the documents of a case', () => {
  const configuration = configurationOf([exampleCase, exampleInquiry]);
  let database: TestDatabase;
  let directory: string;
  let time: TurnedTime;
  let ids: CountedIds;
  let cases: Cases;
  let reading: CaseReading;
  let id: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-documents-'));
    [time, ids] = [new TurnedTime(START), new CountedIds()];
    const parts = { pool: database.pool, time, configuration };
    cases = new Cases({ ...parts, ids });
    reading = new CaseReading(parts);
    const draft = await cases.create('example-case', { title: 'A study' }, anna);
    if (isRefusal(draft)) throw new Error(draft.code);
    id = draft.view.id;
  });
  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  const vaultWith = (current: Buffer, ...earlier: Buffer[]) =>
    new DocumentVault({ directory, keys: keyEncryptionKeys(current, earlier) });

  async function sealed(text = 'We want to know.', vault = vaultWith(OLD)): Promise<NewDocument> {
    const document = ids.next();
    async function* content() {
      yield Buffer.from(text);
    }
    const key = await vault.seal(document, content());
    await vault.keep(document);
    const told = {
      kind: 'research-plan',
      mediaType: 'text/plain',
      size: text.length,
      digest: 'd'.repeat(64),
    };
    return { id: document, ...told, name: NAME, state: 'clean', key };
  }

  async function add(document: NewDocument, replaces: string | null = null, actor = anna, limits = WIDE) {
    return cases.addDocument(id, document, replaces, limits, actor);
  }

  async function send(type: string, actor: Actor, version: number, payload = {}): Promise<void> {
    const command = { instanceId: id, type, payload, version, idempotencyKey: `${type}-${version}` };
    const answer = await cases.command(command, actor);
    if (isRefusal(answer)) throw new Error(answer.code);
  }

  async function listed(actor: Actor = anna) {
    const page = await reading.documents(id, { limit: 200 }, actor);
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  }

  async function textOf(document: string, vault: DocumentVault): Promise<string> {
    const found = await reading.document(id, document, olle);
    if (isRefusal(found)) throw new Error(found.code);
    let text = '';
    for await (const chunk of await vault.read(document, found.key)) text += (chunk as Buffer).toString();
    return text;
  }

  it('are events of it: digest and kind in the ledger, the name beside it, and nothing moves', async () => {
    const document = await sealed();
    expect(await add(document)).toMatchObject({
      id: document.id,
      number: 2,
      version: 1,
      name: NAME,
      addedBy: 'anna',
    });
    const { rows } = await database.pool.query<Record<string, unknown>>(
      'SELECT type, actor, regions, record FROM ledger WHERE instance_id = $1 AND number = 2',
      [id],
    );
    const { id: told, kind, mediaType, size, digest } = document;
    const record = { document: told, kind, mediaType, size, digest, version: 1, scan: 'clean' };
    expect(rows).toEqual([{ type: 'DOCUMENT_ADDED', actor: 'anna', regions: [], record }]);
    expect(JSON.stringify(await database.pool.query('SELECT * FROM ledger'))).not.toContain('Kanarina');
    expect(await checkRebuild(database.pool, configuration)).toEqual({ instances: 1, differences: [] });
  });

  it('make nobody’s command stale', async () => {
    await add(await sealed());
    // With the version that its sender saw before the document came.
    await send('SUBMIT', anna, 1);
    expect(await cases.read(id, anna)).toMatchObject({ view: { version: 3 } });
  });

  it('are versions of each other, of which only the last can be replaced, once', async () => {
    const [first, second, third] = [await sealed(), await sealed(), await sealed()];
    await add(first);
    const answers = await Promise.all([add(second, first.id), add(third, first.id)]);
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : answer.version)).sort()).toEqual([
      2,
      'document-replaced',
    ]);
    const [one, two, ...more] = await listed();
    expect([one?.replacedBy, two?.replaces, two?.version, more]).toEqual([two?.id, first.id, 2, []]);
  });

  it.each<[string, string, (document: NewDocument) => ReturnType<typeof add>]>([
    ['of somebody else', 'unknown-case', (document) => add(document, null, bo)],
    ['by an officer', 'role-missing', (document) => add(document, null, olle)],
    ['by an auditor', 'role-missing', (document) => add(document, null, nils)],
    ['in the place of none', 'unknown-document', (document) => add(document, document.id)],
    [
      'beyond their number',
      'documents-too-many',
      (document) => add(document, null, anna, { ...WIDE, documentsPerCase: 1 }),
    ],
    [
      'beyond their size',
      'documents-too-many',
      (document) => add(document, null, anna, { ...WIDE, bytesPerCase: 31 }),
    ],
  ])('are refused %s: %s', async (_, code, attempt) => {
    await add(await sealed());
    expect(await attempt(await sealed())).toMatchObject({ code });
    expect(await listed()).toHaveLength(1);
  });

  it('are taken only while the case is with its applicant', async () => {
    await send('SUBMIT', anna, 1);
    expect(await add(await sealed())).toMatchObject({ code: 'documents-closed', refusal: 'conflict' });
    expect(await cases.refuseDocument(id, { size: 1, replaces: null }, WIDE, anna)).toMatchObject({
      code: 'documents-closed',
    });
  });

  it('are refused before their bytes are taken for what they would be refused for after', async () => {
    const wanted = { size: 16, replaces: null };
    expect(await cases.refuseDocument(id, wanted, WIDE, anna)).toBeNull();
    expect(await cases.refuseDocument(id, wanted, { ...WIDE, bytesPerCase: 15 }, anna)).toMatchObject({
      code: 'documents-too-many',
    });
    expect(await cases.refuseDocument(id, wanted, WIDE, bo)).toMatchObject({ code: 'unknown-case' });
  });

  it('are read by whoever reads the form, and by nobody else', async () => {
    const document = await sealed();
    await add(document);
    expect((await listed(olle)).map(({ name }) => name)).toEqual([NAME]);
    expect(await reading.documents(id, { limit: 1 }, bo)).toMatchObject({ code: 'unknown-case' });
    expect(await reading.documents(id, { limit: 1 }, nils)).toMatchObject({ code: 'role-missing' });
    expect(await reading.document(id, document.id, bo)).toMatchObject({ code: 'unknown-case' });
    expect(await reading.document(id, ids.next(), anna)).toMatchObject({ code: 'unknown-document' });
  });

  it('are not given by the id of another case', async () => {
    const document = await sealed();
    await add(document);
    const draft = await cases.create('example-case', { title: 'Another' }, anna);
    if (isRefusal(draft)) throw new Error(draft.code);
    expect(await reading.document(draft.view.id, document.id, anna)).toMatchObject({
      code: 'unknown-document',
    });
  });

  it('go a page at a time', async () => {
    for (let count = 0; count < 3; count += 1) await add(await sealed());
    const first = await reading.documents(id, { limit: 2 }, anna);
    if (isRefusal(first) || first.cursor === null) throw new Error('There should be another page.');
    const second = await reading.documents(id, { limit: 2, cursor: first.cursor }, anna);
    expect(second).toMatchObject({ items: [{ number: 4 }], cursor: null });
    expect(await reading.documents(id, { limit: 2, cursor: 'x' }, anna)).toMatchObject({
      code: 'bad-cursor',
    });
  });

  describe('when their time is up', () => {
    const rules = [
      {
        ...{ key: 'documents', validFrom: '2026-01-01', validTo: null, workflows: 'all' as const },
        ...{ events: ['DOCUMENT_ADDED'], afterEnd: { years: 1 }, source: 'RA-MS 2026:1' },
      },
    ];

    it('lose name, key and bytes, and the ledger verifies', async () => {
      const document = await sealed();
      await add(document);
      await send('WITHDRAW', anna, 2);
      time.turnTo('2028-01-01T00:00:00.000Z');
      expect(await dispose({ pool: database.pool, time, rules })).toMatchObject([{ payloads: 1 }]);
      expect(await listed()).toMatchObject([
        { id: document.id, name: null, state: 'disposed', digest: document.digest },
      ]);
      expect(await reading.document(id, document.id, olle)).toMatchObject({ code: 'document-disposed' });
      const stored = await database.pool.query<{ text: string }>(
        'SELECT d::text AS text FROM document d UNION ALL SELECT p::text FROM payload p',
      );
      expect(stored.rows.map(({ text }) => text).join()).not.toMatch(/Kanarina|sealed/);
      const verification = await verifyLedger(database.pool, { keys: new Map(), exported: null });
      expect(verification).toMatchObject({ fault: null, disposed: [{ rule: 'documents' }] });
    });

    it('are swept from the folder, and others are not', async () => {
      const [gone, kept, unknown] = [await sealed(), await sealed(), await sealed()];
      await add(gone);
      await database.pool.query(`UPDATE document SET state = 'disposed', key = NULL`);
      await add(kept);
      const known = (some: readonly string[]) => keptDocuments(database.pool, some);
      const vault = vaultWith(OLD);
      expect(await sweepVault(vault, known, Date.parse('2020-01-01'))).toBe(0);
      expect(await sweepVault(vault, known, Date.parse('2099-01-01'))).toBe(2);
      const left = (await readdir(directory, { recursive: true })).join();
      expect([gone, kept, unknown].map((one) => left.includes(one.id))).toEqual([false, true, false]);
    });
  });

  describe('when the key-encryption key is changed', () => {
    const COUNT = 230;
    let documents: NewDocument[];

    beforeEach(async () => {
      documents = [];
      for (let count = 0; count < COUNT; count += 1) documents.push(await sealed(`Content ${count}`));
      for (const document of documents) await add(document);
    }, 60_000);

    async function allOpen(vault: DocumentVault): Promise<boolean> {
      const texts = await Promise.all(documents.map(({ id: document }) => textOf(document, vault)));
      return texts.every((text, count) => text === `Content ${count}`);
    }

    it('open without the old one afterwards, also when the change was killed in its midst and begun again', async () => {
      const keys = keyEncryptionKeys(NEW, [OLD]);
      const killed = rotateDocumentKeys(database.pool, keys, () => {
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await allOpen(vaultWith(NEW, OLD))).toBe(true);
      await expect(allOpen(vaultWith(NEW))).rejects.toMatchObject({ code: 'key-encryption-key-missing' });
      expect(await rotateDocumentKeys(database.pool, keys)).toEqual({ rewrapped: COUNT - 100, left: {} });
      expect(await allOpen(vaultWith(NEW))).toBe(true);
      expect(await rotateDocumentKeys(database.pool, keys)).toEqual({ rewrapped: 0, left: {} });
    }, 60_000);

    it('keep their keys where one in a batch cannot be opened, and go on when it can', async () => {
      const { id: odd } = documents[150]!;
      await rotateDocumentKeys(database.pool, keyEncryptionKeys(THIRD, [OLD]));
      await rotateDocumentKeys(database.pool, keyEncryptionKeys(OLD, [THIRD]));
      const third = await sealed('Content 150', vaultWith(THIRD));
      await rm(join(directory, 'kept', odd.slice(-2), odd));
      await database.pool.query('UPDATE document SET id = $2, key = $3 WHERE id = $1', [
        ...[odd, third.id, JSON.stringify(third.key)],
      ]);
      documents[150] = third;
      await expect(rotateDocumentKeys(database.pool, keyEncryptionKeys(NEW, [OLD]))).rejects.toMatchObject({
        code: 'key-encryption-key-missing',
      });
      expect(await allOpen(vaultWith(NEW, OLD, THIRD))).toBe(true);
      const { left } = await rotateDocumentKeys(database.pool, keyEncryptionKeys(NEW, [OLD, THIRD]));
      expect(left).toEqual({});
      expect(await allOpen(vaultWith(NEW))).toBe(true);
    }, 60_000);
  });
});
