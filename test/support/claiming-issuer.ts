import type { IssuerConfiguration } from '@ledtid/access';
import { type JWTPayload, SignJWT, exportJWK, generateKeyPair } from 'jose';

const ISSUER = 'urn:ledtid:claiming-issuer';

/** An issuer whose tokens claim whatever a test wants. */
export class ClaimingIssuer {
  private constructor(
    readonly configuration: IssuerConfiguration,
    private readonly key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'],
  ) {}

  static async make(): Promise<ClaimingIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = { jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'claiming', alg: 'ES256' }] } };
    const configuration = {
      ...{ issuer: ISSUER, audience: 'ledtid', keys, subjectPrefix: 'claiming:' },
      assurance: { always: 'substantial' } as const,
    };
    return new ClaimingIssuer(configuration, privateKey);
  }

  token(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'claiming' })
      .setIssuer(ISSUER)
      .setAudience('ledtid')
      .setExpirationTime('10m')
      .sign(this.key);
  }
}
