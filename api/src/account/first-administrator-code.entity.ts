import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('first_administrator_code')
export class FirstAdministratorCode {
  @PrimaryColumn({ type: 'boolean', name: 'only_one' }) onlyOne!: boolean;
  @Column({ type: 'bytea', name: 'code_hash' }) codeHash!: Buffer;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt!: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt!: Date;
}
