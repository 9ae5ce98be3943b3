import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('scorecard')
export class Scorecard {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'uuid', name: 'group_id', nullable: true }) groupId!: string | null;
  @Column({ type: 'uuid', name: 'reviewer_unit_id', nullable: true }) reviewerUnitId!: string | null;
  @Column({ type: 'uuid', name: 'verifier_unit_id', nullable: true }) verifierUnitId!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'jsonb', name: 'self_scores' }) selfScores!: unknown;
  @Column({ type: 'jsonb', name: 'leader_scores' }) leaderScores!: unknown;
  @Column({ type: 'text', name: 'leader_comment' }) leaderComment!: string;
  @Column({ type: 'jsonb', name: 'bloc_scores' }) blocScores!: unknown;
  @Column({ type: 'text', name: 'bloc_comment' }) blocComment!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid', name: 'entered_by', nullable: true }) enteredBy!: string | null;
  @Column({ type: 'uuid', name: 'reviewed_by', nullable: true }) reviewedBy!: string | null;
  @Column({ type: 'uuid', name: 'reviewed_for', nullable: true }) reviewedFor!: string | null;
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'reviewed_at', nullable: true }) reviewedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true }) verifiedAt!: Date | null;
  @Column({ type: 'jsonb', name: 'official_scores', nullable: true }) officialScores!: unknown;
  @Column({ type: 'int', nullable: true }) base!: number | null;
  @Column({ type: 'int', nullable: true }) bonus!: number | null;
  @Column({ type: 'int', nullable: true }) penalty!: number | null;
  @Column({ type: 'int', nullable: true }) total!: number | null;
  @Column({ type: 'timestamptz', name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column({ type: 'uuid', name: 'reminded_by', nullable: true }) remindedBy!: string | null;
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true }) draftedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'drafted_at', nullable: true }) draftedAt!: Date | null;
  @Column({ type: 'int', name: 'drafted_version', nullable: true }) draftedVersion!: number | null;
}
