import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('recusal')
export class RecusalRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'text', name: 'record_kind' }) recordKind!: string;
  @Column({ type: 'uuid', name: 'record_id' }) recordId!: string;
  @Column({ type: 'text' }) step!: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column({ type: 'uuid', name: 'person_id', nullable: true }) personId!: string | null;
  @Column({ type: 'uuid', name: 'about_unit_id', nullable: true }) aboutUnitId!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid', name: 'declared_by' }) declaredBy!: string;
  @Column({ type: 'timestamptz', name: 'declared_at' }) declaredAt!: Date;
  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column({ type: 'int', nullable: true }) n!: number | null;
  @Column({ type: 'int', name: 'withdrawn_n', nullable: true }) withdrawnN!: number | null;
  @Column({ type: 'text', name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
  @Column({ type: 'bytea', nullable: true }) salt!: Buffer | null;
  @Column({ type: 'bytea', name: 'withdrawn_salt', nullable: true }) withdrawnSalt!: Buffer | null;
  @Column({ type: 'boolean', name: 'edited_by_erasure', default: false }) editedByErasure!: boolean;
}
