import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('member')
export class MemberRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'uuid', name: 'group_id', nullable: true }) groupId!: string | null;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'uuid', name: 'reviewer_unit_id', nullable: true }) reviewerUnitId!: string | null;
  @Column({ type: 'uuid', name: 'verifier_unit_id', nullable: true }) verifierUnitId!: string | null;
}
