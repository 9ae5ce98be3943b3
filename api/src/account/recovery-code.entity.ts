import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ type: 'uuid', name: 'account_id' }) accountId!: string;
  @PrimaryColumn({ type: 'text', name: 'code_hash' }) codeHash!: string;
  @Column({ type: 'timestamptz', name: 'used_at', nullable: true }) usedAt!: Date | null;
}
