import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit_name')
export class UnitName {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', name: 'short_name' }) shortName!: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn!: string;
  @Column({ type: 'date', name: 'valid_from' }) validFrom!: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo!: string | null;
  /** From when until before when a unit is listed under this name; kept by the database. */
  @Column({ type: 'date', name: 'shown_from' }) shownFrom!: string;
  @Column({ type: 'date', name: 'shown_until' }) shownUntil!: string;
}
