import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('section')
export class Section {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'uuid', name: 'group_id', nullable: true }) groupId!: string | null;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'jsonb' }) paragraphs!: unknown;
  @Column({ type: 'jsonb' }) indicators!: unknown;
  @Column({ type: 'jsonb' }) awards!: unknown;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column({ type: 'uuid', name: 'reminded_by', nullable: true }) remindedBy!: string | null;
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true }) draftedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'drafted_at', nullable: true }) draftedAt!: Date | null;
  @Column({ type: 'int', name: 'drafted_version', nullable: true }) draftedVersion!: number | null;
}
