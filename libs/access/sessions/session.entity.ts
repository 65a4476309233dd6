import { type Instant, toInstant } from '@ledtid/time';
import { Column, type ColumnOptions, Entity, Index, PrimaryColumn } from 'typeorm';

const moment: ColumnOptions = {
  type: 'timestamptz',
  transformer: {
    from: (stored: Date | null): Instant | null => (stored === null ? null : toInstant(stored)),
    to: (at: unknown): unknown => at,
  },
};

/** Somebody's session at the portal. A row goes when its time is up: it holds a name. */
@Entity({ name: 'session' })
@Index('session_by_subject', ['subject'])
@Index('session_by_end', ['endsAt'])
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  /** SHA-256 of the cookie's secret: whoever reads the table cannot take over a session. */
  @Index('session_by_secret', { unique: true })
  @Column({ name: 'secret_digest', type: 'text' })
  secretDigest!: string;

  @Column({ type: 'text' })
  subject!: string;

  /** As the issuer vouched for it at sign-in. */
  @Column({ type: 'jsonb' })
  identity!: unknown;

  /** When the person last proved who they are (`auth_time`); null where the issuer does not tell. */
  @Column({ ...moment, name: 'authenticated_at', nullable: true })
  authenticatedAt!: Instant | null;

  @Column({ ...moment, name: 'last_used_at' })
  lastUsedAt!: Instant;

  @Column({ ...moment, name: 'ends_at' })
  endsAt!: Instant;

  /** Whom the issuer signed in (`sub`), and its own session with them (`sid`), by which it tells us of their end. */
  @Column({ name: 'issuer_subject', type: 'text', nullable: true })
  issuerSubject!: string | null;

  @Column({ name: 'issuer_session', type: 'text', nullable: true })
  issuerSession!: string | null;

  @Column({ ...moment, name: 'revoked_at', nullable: true })
  revokedAt!: Instant | null;
}
