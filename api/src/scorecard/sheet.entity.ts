import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sheet')
export class Sheet {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'scorecard_id' }) scorecardId!: string;
  @Column({ type: 'uuid', name: 'rater_unit_id' }) raterUnitId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'jsonb' }) scores!: unknown;
  @Column({ type: 'text' }) note!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid', name: 'entered_by', nullable: true }) enteredBy!: string | null;
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true }) draftedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'drafted_at', nullable: true }) draftedAt!: Date | null;
  @Column({ type: 'int', name: 'drafted_version', nullable: true }) draftedVersion!: number | null;
}
