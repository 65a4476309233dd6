import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from './entry/cookies';
import { ProblemBody } from './http/problem.body';

const DESCRIPTION =
  'Data-access cases from application to access. Errors are problem documents (RFC 9457) with a stable `code`; ' +
  'a request with a session that changes something needs the header `x-csrf-protection: 1`; ' +
  'lists are paged by `limit` and `cursor`; instants are ISO 8601 in UTC, durations seconds.';

/** The description of every route, made from the controllers. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const configuration = new DocumentBuilder()
    .setTitle('Ledtid')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('session')
    .addGlobalResponse({ status: '4XX', description: 'A problem', type: ProblemBody })
    .build();
  return SwaggerModule.createDocument(app, configuration, { extraModels: [ProblemBody] });
}

/** `/api/docs` to read and try, `/api/openapi.json` to generate clients from; both without signing in. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json' });
}
