import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bloc')
export class Bloc {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', name: 'short_name' }) shortName!: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn!: string;
  @Column({ type: 'text' }) symbol!: string;
  @Column({ type: 'text' }) place!: string;
  @Column({ type: 'text' }) superior!: string;
  @Column({ type: 'jsonb', name: 'issuer_lines' }) issuerLines!: unknown;
  @Column({ type: 'text', name: 'checkpoint_address', nullable: true }) checkpointAddress!: string | null;
}
