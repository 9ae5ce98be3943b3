import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('second_factor')
export class SecondFactorRow {
  @PrimaryColumn({ type: 'uuid', name: 'account_id' }) accountId!: string;
  /** Base32, as authenticator applications take it. */
  @Column({ type: 'text' }) secret!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column({ type: 'bigint', name: 'last_step' }) lastStep!: string;
}
