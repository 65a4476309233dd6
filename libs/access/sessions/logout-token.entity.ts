import { type Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A logout token that an issuer has sent: taken once, and refused when it comes again. */
@Entity({ name: 'logout_token' })
@Index('logout_token_by_end', ['endsAt'])
export class LogoutTokenEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'logout_token_pkey' })
  issuer!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'logout_token_pkey' })
  jti!: string;

  /** From then on the token is refused for its age. */
  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Instant;
}
