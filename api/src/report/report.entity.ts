import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('report')
export class Report {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'date', name: 'as_of', nullable: true }) asOf!: string | null;
  @Column({ type: 'jsonb' }) leadership!: unknown;
  @Column({ type: 'jsonb' }) papers!: unknown;
  @Column({ type: 'jsonb' }) assessment!: unknown;
  @Column({ type: 'jsonb' }) limitations!: unknown;
  @Column({ type: 'jsonb' }) causes!: unknown;
  @Column({ type: 'jsonb' }) directions!: unknown;
  @Column({ type: 'jsonb' }) bases!: unknown;
  @Column({ type: 'text' }) closing!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'timestamptz', name: 'frozen_at', nullable: true }) frozenAt!: Date | null;
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true }) draftedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'drafted_at', nullable: true }) draftedAt!: Date | null;
  @Column({ type: 'int', name: 'drafted_version', nullable: true }) draftedVersion!: number | null;
}
