import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('installation_secret')
export class InstallationSecret {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'bytea' }) secret!: Buffer;
}
