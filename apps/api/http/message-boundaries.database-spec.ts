import { connect } from 'node:net';
import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

/** What an attacker wants to be taken for the next request of somebody else, on a connection that a proxy shares. */
const HIDDEN = 'GET /health/live HTTP/1.1\r\nHost: ledtid\r\nX-Hidden: ';
const CHUNKED = `0\r\n\r\n${HIDDEN}`;
const LENGTH = `Content-Length: ${CHUNKED.length}`;

/** Where a message ends by one reading and goes on by another (RFC 9112, 6.3 and 11.2). */
const AMBIGUOUS: [what: string, headers: string[], body: string][] = [
  ['a length and chunks', [LENGTH, 'Transfer-Encoding: chunked'], CHUNKED],
  ['chunks and a length', ['Transfer-Encoding: chunked', LENGTH], CHUNKED],
  ['a length of nothing and chunks', ['Content-Length: 0', 'Transfer-Encoding: chunked'], CHUNKED],
  ['two lengths', ['Content-Length: 0', `Content-Length: ${HIDDEN.length}`], HIDDEN],
  ['two lengths in one header', [`Content-Length: 0, ${HIDDEN.length}`], HIDDEN],
  ['a length with a sign', [`Content-Length: +${HIDDEN.length}`], HIDDEN],
  ['chunks, but not at last', ['Transfer-Encoding: chunked, identity'], CHUNKED],
  ['chunks by another name', ['Transfer-Encoding: xchunked', LENGTH], CHUNKED],
  ['chunks behind a space', ['Transfer-Encoding : chunked', LENGTH], CHUNKED],
  ['chunks on a folded line', ['Transfer-Encoding:\r\n chunked', LENGTH], CHUNKED],
  ['chunks after a bare line feed', ['X: y\nTransfer-Encoding: chunked', LENGTH], CHUNKED],
  ['chunks after a bare carriage return', ['X: y\rTransfer-Encoding: chunked', LENGTH], CHUNKED],
  ['a chunk whose size is none', ['Transfer-Encoding: chunked'], `0x0\r\n\r\n${HIDDEN}`],
  ['a chunk larger than any number', ['Transfer-Encoding: chunked'], `${'f'.repeat(17)}\r\n${HIDDEN}`],
];

describe('a message that ends in two places', () => {
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  /** The status of every answer that comes back on one connection, which the client leaves open. */
  function answersTo(headers: readonly string[], body: string): Promise<number[]> {
    const { hostname, port } = new URL(api.url);
    const head = [
      'POST /api/v1/sign-out HTTP/1.1',
      'Host: ledtid',
      'Content-Type: application/json',
      ...headers,
    ];
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let received = '';
      socket.setTimeout(10_000, () => socket.destroy(new Error(`The connection stays open: ${received}`)));
      socket.on('data', (chunk) => (received += chunk.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () =>
        resolve([...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))),
      );
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}\r\n\r\n`);
    });
  }

  it.each(AMBIGUOUS)('is refused, and its connection ended: %s', async (_what, headers, body) => {
    expect(await answersTo(headers, body)).toEqual([400]);
  });

  it('and only such a one: two requests one after the other are two', async () => {
    const second = 'GET /health/live HTTP/1.1\r\nHost: ledtid\r\nConnection: close';
    expect(await answersTo(['Content-Length: 2'], `{}${second}`)).toEqual([401, 200]);
  });
});
