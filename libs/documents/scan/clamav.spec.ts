import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyEncryptionKeys } from '@ledtid/platform';
import { FakeClamd } from '../../../test/support/fake-clamd';
import { PDF } from '../../../test/support/sample-documents';
import { Intake } from '../intake';
import { defaultDocumentRules } from '../rules/document-rules';
import { DocumentVault } from '../vault/document-vault';
import { Clamav, clamavSettings } from './clamav';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const ID = '01935b2e-0000-7000-8000-0000000000ab';

describe('scanning by clamd', () => {
  let clamd: FakeClamd;
  let directory: string;
  beforeEach(async () => {
    clamd = await FakeClamd.start();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-scan-'));
  });
  afterEach(async () => {
    await clamd.close();
    await rm(directory, { recursive: true });
  });

  async function take(content: readonly (string | Buffer)[], patienceMilliseconds = 10_000) {
    const vault = new DocumentVault({ directory, keys: keyEncryptionKeys(Buffer.alloc(32), []) });
    const scanner = new Clamav({ ...clamavSettings(clamd.url), patienceMilliseconds });
    async function* chunks() {
      for (const chunk of content) yield Buffer.from(chunk);
    }
    const incoming = { id: ID, kind: 'other', name: 'plan.txt', length: null, content: chunks() };
    const answer = await new Intake({ vault, rules: defaultDocumentRules, scanner }).take(incoming);
    return {
      answer,
      files: (await readdir(directory, { recursive: true })).filter((path) => path.endsWith(ID)),
    };
  }

  it('keeps what is clean, and says that it was scanned', async () => {
    const { answer, files } = await take(['We want ', Buffer.alloc(0), 'to know.']);
    expect(answer).toMatchObject({ state: 'clean' });
    expect(files).toHaveLength(1);
    expect(clamd.scanned).toEqual(['We want to know.']);
  });

  it('refuses what is infected, also across chunks, and keeps nothing', async () => {
    const { answer, files } = await take([EICAR.slice(0, 30), EICAR.slice(30)]);
    expect(answer).toMatchObject({ code: 'document-infected', documentRefusal: 'invalid' });
    expect(files).toEqual([]);
  });

  it.each([
    ['ends the connection at once', 'hang-up'],
    ['takes no more than a part', 'size-limit'],
    ['says what nobody understands', 'babble'],
    ['ends without a verdict', 'no-verdict'],
  ] as const)('takes nothing while the scanner %s', async (_, behaviour) => {
    clamd.behaviour = behaviour;
    const { answer, files } = await take(Array.from({ length: 200 }, () => 'a'.repeat(10_000)));
    expect(answer).toMatchObject({ code: 'scanner-unavailable', documentRefusal: 'unavailable' });
    expect(files).toEqual([]);
  });

  it('waits no longer than its patience for a scanner that keeps silent', async () => {
    clamd.behaviour = 'silence';
    const { answer, files } = await take([PDF.toString()], 50);
    expect(answer).toMatchObject({ code: 'scanner-unavailable' });
    expect(files).toEqual([]);
  });

  it('takes nothing where no scanner listens', async () => {
    await clamd.close();
    expect((await take(['text'])).answer).toMatchObject({ code: 'scanner-unavailable' });
  });

  it('ends its connection when the document is refused for something else', async () => {
    expect((await take(['text', '\0'])).answer).toMatchObject({ code: 'document-content-differs' });
    await clamd.allClosed();
    expect(clamd.scanned).toEqual([]);
  });
});

test('a scanner is told by host and port, by 3310 where no port is said', () => {
  expect(clamavSettings('tcp://scanner:1234')).toMatchObject({ host: 'scanner', port: 1234 });
  expect(clamavSettings('tcp://scanner')).toMatchObject({ host: 'scanner', port: 3310 });
});
