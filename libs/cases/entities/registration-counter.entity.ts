import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Last registration number given in a Stockholm calendar year; its row's lock keeps the series gapless. */
@Entity({ name: 'registration_counter' })
export class RegistrationCounterEntity {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'registration_counter_pkey' })
  year!: number;

  @Column({ type: 'int' })
  last!: number;
}
