import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type DocumentSettings, type RequestLimitsParts, createApi } from '../../apps/api';
import type { Identity, IssuerConfiguration } from '@ledtid/access';
import { CasesModule, type Configuration } from '@ledtid/cases';
import { PlatformModule } from '@ledtid/platform';
import type { TimeSource } from '@ledtid/time';
import type { Role } from '@ledtid/workflow';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

export const ISSUER = 'urn:ledtid:test-issuer';
const AUDIENCE = 'ledtid';
const ALGORITHM = 'ES256';

@Module({})
class TestProcess {}

/** An answer over HTTP, as text and understood. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export type Person = Pick<Identity, 'subject' | 'roles' | 'organisations'> & {
  /** Comes with a token of long ago. */
  readonly expired?: boolean;
};

export function person(
  subject: string,
  roles: readonly Role[],
  organisations: readonly string[] = [],
): Person {
  return { subject, roles, organisations };
}

interface ApiParts {
  databaseUrl: string;
  configuration: Configuration;
  time: TimeSource;
  limits?: RequestLimitsParts;
  /** Whom it believes besides its own. */
  issuers?: readonly IssuerConfiguration[];
  /** The levels of assurance that actions ask for. */
  assurance?: unknown;
  /** How long a statement of a report may take. */
  readMilliseconds?: number;
  /** Where documents lie; without it none are taken. */
  documents?: DocumentSettings;
  /** How long bodies may take, in milliseconds. */
  patience?: { json: number; document: number };
  /** Of its own choice without it. */
  port?: number;
  /** Further modules of the process. */
  imports?: (Type | DynamicModule)[];
  /** What is done to the application before it listens. */
  prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** The real server on a port of its own, and whom it believes. */
export class RunningApi {
  private readonly tokens = new Map<Person, string>();

  private constructor(
    readonly url: string,
    private readonly sign: (person: Person) => Promise<string>,
    readonly close: () => Promise<void>,
  ) {}

  static async start(parts: ApiParts): Promise<RunningApi> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
    const jwk = { ...(await exportJWK(publicKey)), alg: ALGORITHM, kid: 'test' };
    const keys = { jwks: { keys: [jwk] } };
    const issuer = {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys,
      assurance: { always: 'substantial' } as const,
    };
    let url = '';
    const imports = [
      PlatformModule.forRoot({
        ...{ databaseUrl: parts.databaseUrl, time: parts.time, readMilliseconds: parts.readMilliseconds },
      }),
      CasesModule.forRoot({ configuration: parts.configuration }),
      ApiModule.forRoot({
        issuers: [issuer, ...(parts.issuers ?? [])],
        publicUrl: () => url,
        ...(parts.limits && { limits: parts.limits }),
        ...(parts.documents && { documents: parts.documents }),
        assurance: parts.assurance,
      }),
      ...(parts.imports ?? []),
    ];
    const { patience } = parts;
    const settings = { logger: false, ...(patience && { patience }) } as const;
    const app = await createApi({ module: TestProcess, imports }, settings);
    await parts.prepare?.(app);
    await app.listen(parts.port ?? 0, '127.0.0.1');
    url = await app.getUrl();
    const sign = ({ subject, roles, organisations, expired = false }: Person) =>
      new SignJWT({ roles: [...roles], organisations: [...organisations] })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'test' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setExpirationTime(expired ? PAST : FAR)
        .sign(privateKey);
    return new RunningApi(url, sign, () => app.close());
  }

  /** A request as somebody; null sends no token. */
  async call<Body = Record<string, unknown>>(
    who: Person | null,
    method: string,
    path: string,
    body?: unknown,
    more: readonly (readonly [name: string, value: string])[] = [],
  ): Promise<Answer<Body>> {
    const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
    for (const [name, value] of more) headers.set(name, value);
    if (who !== null) headers.set('authorization', `Bearer ${await this.tokenOf(who)}`);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: text }),
    });
    const received = await answer.text();
    const { status, headers: given } = answer;
    return { status, headers: given, text: received, body: understood(received) as Body };
  }

  async tokenOf(who: Person): Promise<string> {
    const known = this.tokens.get(who) ?? (await this.sign(who));
    this.tokens.set(who, known);
    return known;
  }
}

/** 2099 and 2001: later and earlier than any moment to which a test turns the clock. */
const [FAR, PAST] = [4_070_908_800, 978_307_200];

function understood(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}
