import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit_lineage')
export class UnitLineage {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'uuid', name: 'other_unit_id', nullable: true }) otherUnitId!: string | null;
  @Column({ type: 'text', nullable: true }) place!: string | null;
  @Column({ type: 'date', name: 'holds_from' }) holdsFrom!: string;
  @Column({ type: 'text' }) basis!: string;
  /** When it was taken back as recorded by mistake. */
  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}
