import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('document')
export class Document {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'head_unit_id' }) headUnitId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'jsonb' }) recipients!: unknown;
  @Column({ type: 'boolean', name: 'council_only' }) councilOnly!: boolean;
  @Column({ type: 'uuid', name: 'replaces_id', nullable: true }) replacesId!: string | null;
  @Column({ type: 'text', name: 'replaces_reason', nullable: true }) replacesReason!: string | null;
  @Column({ type: 'uuid', name: 'content_id' }) contentId!: string;
  @Column({ type: 'int', nullable: true }) number!: number | null;
  @Column({ type: 'text', nullable: true }) symbol!: string | null;
  @Column({ type: 'date', nullable: true }) day!: string | null;
  @Column({ type: 'text', nullable: true }) sha256!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid', name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @Column({ type: 'uuid', name: 'checked_by', nullable: true }) checkedBy!: string | null;
  @Column({ type: 'uuid', name: 'prepared_by', nullable: true }) preparedBy!: string | null;
  @Column({ type: 'text', name: 'signer_name', nullable: true }) signerName!: string | null;
  @Column({ type: 'text', name: 'signer_post', nullable: true }) signerPost!: string | null;
  @Column({ type: 'uuid', name: 'principal_id', nullable: true }) principalId!: string | null;
  @Column({ type: 'text', name: 'principal_name', nullable: true }) principalName!: string | null;
  @Column({ type: 'text', name: 'signer_manner', nullable: true }) signerManner!: string | null;
  @Column({ type: 'text', name: 'signer_rank', nullable: true }) signerRank!: string | null;
  @Column({ type: 'uuid', name: 'signing_unit_id', nullable: true }) signingUnitId!: string | null;
  @Column({ type: 'text', name: 'meeting_place', nullable: true }) meetingPlace!: string | null;
  @Column({ type: 'timestamptz', name: 'proposed_at', nullable: true }) proposedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'prepared_at', nullable: true }) preparedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'signed_at', nullable: true }) signedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'issued_at', nullable: true }) issuedAt!: Date | null;
}
