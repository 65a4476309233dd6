import { openApiDocument } from './open-api-document';

interface Operation {
  operationId?: string;
  security?: unknown;
}

describe('the description of the API', () => {
  it('names every call of the contract, each once, without a database', async () => {
    const { paths } = await openApiDocument();
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect(calls.sort()).toEqual(
      [
        ...['GET /health/live', 'GET /health/ready', 'GET /me', 'GET /workflows', 'GET /workflows/{key}'],
        ...['GET /causes', 'GET /public/status'],
        ...[
          'POST /cases',
          'GET /cases',
          'GET /cases/{id}',
          'PATCH /cases/{id}/form',
          'POST /cases/{id}/commands',
        ],
        ...[
          'GET /cases/{id}/events',
          'GET /cases/{id}/spans',
          'GET /cases/{id}/clocks',
          'GET /cases/{id}/actions',
        ],
        ...[
          'POST /cases/{id}/documents',
          'GET /cases/{id}/documents',
          'POST /cases/{id}/documents/{documentId}/versions',
          'GET /cases/{id}/documents/{documentId}/content',
          'GET /document-rules',
        ],
        ...['GET /cases/{id}/checklists', 'GET /meetings'],
        'GET /unread-messages',
        ...['GET /cases/{id}/messages', 'PUT /cases/{id}/messages/read'],
        ...['GET /access-records', 'GET /cases/{id}/access'],
        ...['GET /sign-in', 'POST /sign-out', 'POST /sign-out-everywhere'],
        ...['GET /sessions', 'DELETE /sessions/{session}', 'POST /sessions/end'],
        'POST /sign-in/{issuer}/back-channel-logout',
        ...[
          'GET /queues',
          'GET /queues/{stage}',
          'GET /reports/{report}',
          'GET /reports/{report}/cases',
          ...['GET /reports/{report}/lengths', 'GET /reports/{report}/ageing'],
        ],
      ].sort(),
    );
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods) as Operation[]);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is the same each time it is made', async () => {
    expect(await openApiDocument()).toEqual(await openApiDocument());
  });
});
