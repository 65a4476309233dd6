import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderKeyStore, PermitKeys } from '@ledtid/release';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { Decrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ApiStory, type CommandParts, PEOPLE } from '../../../test/support/api-story';
import { grantedCase } from '../../../test/support/granted-case';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi, person } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { main } from '../main';

const { olle, berit } = PEOPLE;
const both = person('both', ['case_officer', 'decision_maker']);
/** Nobody’s: birth numbers 980 to 999 are given to no one. */
const FOUND = '19450321-9805';
const WRAPPING = Buffer.alloc(32, 7);

describe('the code key of a permit', () => {
  let directory: string;
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;
  let permit: string;
  let key: Buffer;
  let identity: string;
  let recipient: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-open-key-'));
    database = await createTestDatabase();
    // The command line has the clock of the machine, so that the case has it too.
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new SystemTime() });
    story = new ApiStory(api);
    permit = (await grantedCase(story)).permit;
    const wrapped = { current: 'configured', keys: { configured: WRAPPING } };
    const keys = new PermitKeys(new FolderKeyStore(join(directory, 'permit-keys')), wrapped);
    key = await keys.pseudonymKey(permit);
    identity = await generateX25519Identity();
    recipient = await identityToRecipient(identity);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  const ask = { code: 'significant-finding', reason: `The user found ${FOUND} to be a carrier.` };

  async function open(name: string, id = permit) {
    const written: string[] = [];
    const streams = { out: (text: string) => void written.push(text), err: () => undefined };
    const file = join(directory, name);
    const args = ['open-key', id, '--out', file, '--json', '--data-dir', directory];
    const environment = {
      ...{ DATABASE_URL: database.url, LEDTID_KEY_ENCRYPTION_KEY: WRAPPING.toString('base64') },
    };
    const code = await main(args, streams, environment);
    const document = JSON.parse(written.join('')) as { error?: { code: string } };
    return { code, file, document, refused: document.error?.code };
  }

  it('takes another person to approve than the one who asked, in whatever name', async () => {
    await story.must(permit, 'ASK_FOR_KEY', both, { ...ask, recipient });
    const fourEyes = { status: 403, body: { code: 'four-eyes' } };
    expect(await story.send(permit, 'APPROVE_KEY', both)).toMatchObject(fourEyes);
    expect(await story.send(permit, 'REFUSE_KEY', both, { reason: 'No.' })).toMatchObject(fourEyes);
    const inTheirName = { onBehalfOf: 'both' } as CommandParts;
    expect(await story.send(permit, 'APPROVE_KEY', berit, {}, inTheirName)).toMatchObject(fourEyes);
    const { actions } = await story.see(permit, both);
    expect(actions.find(({ type }) => type === 'APPROVE_KEY')).toMatchObject({
      ...{ possible: false, why: { code: 'four-eyes' } },
    });
    expect((await open('early')).refused).toBe('not-possible-now');
    await story.must(permit, 'REFUSE_KEY', berit, { reason: 'The finding can be told without it.' });
    expect((await open('refused')).refused).toBe('key-not-asked-for');
  });

  it('is handed out once, sealed to the recipient that was approved, and the ledger tells it', async () => {
    await story.must(permit, 'ASK_FOR_KEY', olle, { ...ask, recipient });
    await story.must(permit, 'APPROVE_KEY', berit);
    const { code, file, document } = await open('sealed.age');
    expect({ code, document }).toEqual({ code: 0, document: { permit, recipient, file } });
    expect((await stat(file)).mode & 0o077).toBe(0);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(armor.decode(await readFile(file, 'utf8')), 'text');
    expect(JSON.parse(opened)).toMatchObject({ permit, key: key.toString('base64') });
    expect((await open('again.age')).refused).toBe('key-not-asked-for');
    await expect(stat(join(directory, 'again.age'))).rejects.toMatchObject({ code: 'ENOENT' });
    const { rows } = await database.pool.query<{ type: string; actor: string; record: object }>(
      'SELECT type, actor, record FROM ledger WHERE instance_id = $1 ORDER BY number DESC LIMIT 3',
      [permit],
    );
    expect(rows).toEqual([
      { type: 'KEY_OPENED', actor: 'system:code-keys', record: { recipient } },
      { type: 'APPROVE_KEY', actor: 'berit', record: {} },
      { type: 'ASK_FOR_KEY', actor: 'olle', record: { code: 'significant-finding', recipient } },
    ]);
  });

  it('is handed out to one of two who come at once', async () => {
    await story.must(permit, 'ASK_FOR_KEY', olle, { ...ask, recipient });
    await story.must(permit, 'APPROVE_KEY', berit);
    const answers = await Promise.all([open('one.age'), open('other.age')]);
    expect(answers.map(({ code }) => code).sort()).toEqual([0, 1]);
  });

  it('costs no approval where its file cannot be made, and is none of what is no permit', async () => {
    await story.must(permit, 'ASK_FOR_KEY', olle, { ...ask, recipient });
    await story.must(permit, 'APPROVE_KEY', berit);
    expect((await open('sealed.age')).refused).toBe('file-not-made');
    expect((await open('sealed.age', 'no-id')).refused).toBe('key-not-asked-for');
    expect((await open('kept.age')).code).toBe(0);
  });

  it('and whoever it was asked about are in no ledger row and no job; the key is in no payload either', async () => {
    const { rows } = await database.pool.query<{ told: string; said: string }>(
      `SELECT (SELECT json_agg(l)::text FROM ledger l) || (SELECT json_agg(o)::text FROM outbox o) AS told,
        (SELECT json_agg(p)::text FROM payload p) AS said`,
    );
    const { told, said } = rows[0]!;
    expect(said).toContain(FOUND);
    expect(told).toContain(recipient);
    for (const secret of [FOUND, key.toString('base64'), identity]) expect(told).not.toContain(secret);
    expect(said).not.toContain(key.toString('base64'));
  });
});
