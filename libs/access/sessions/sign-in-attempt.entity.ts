import { type Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A sign-in that a browser has begun. Taken away when the browser comes back, so that no answer is used twice. State,
 * nonce and code verifier are derived from the secret in the browser's cookie, and so lie nowhere.
 */
@Entity({ name: 'sign_in_attempt' })
@Index('sign_in_attempt_by_end', ['endsAt'])
export class SignInAttemptEntity {
  @PrimaryColumn({
    name: 'secret_digest',
    type: 'text',
    primaryKeyConstraintName: 'sign_in_attempt_pkey',
  })
  secretDigest!: string;

  /** Name of the issuer's sign-in. */
  @Column({ type: 'text' })
  issuer!: string;

  @Column({ name: 'return_to', type: 'text' })
  returnTo!: string;

  /** Whether the person must prove anew who they are. */
  @Column({ type: 'boolean' })
  fresh!: boolean;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Instant;
}
