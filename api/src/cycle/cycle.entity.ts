import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cycle')
export class Cycle {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'int', name: 'machine_version' }) machineVersion!: number;
  @Column({ type: 'int' }) year!: number;
  @Column({ type: 'uuid', name: 'head_unit_id' }) headUnitId!: string;
  @Column({ type: 'uuid', name: 'deputy_unit_id', nullable: true }) deputyUnitId!: string | null;
  @Column({ type: 'jsonb' }) rules!: unknown;
  @Column({ type: 'text', name: 'rules_hash', nullable: true }) rulesHash!: string | null;
  @Column({ type: 'jsonb', nullable: true }) pledge!: unknown;
  @Column({ type: 'jsonb' }) campaigns!: unknown;
  @Column({ type: 'jsonb' }) movements!: unknown;
  @Column({ type: 'jsonb', name: 'legal_bases' }) legalBases!: unknown;
  @Column({ type: 'jsonb' }) invented!: unknown;
  @Column({ type: 'date', name: 'closed_on', nullable: true }) closedOn!: string | null;
}
