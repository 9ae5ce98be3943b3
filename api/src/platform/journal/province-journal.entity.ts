import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('province_journal')
export class ProvinceJournal {
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column({ type: 'text', name: 'record_kind' }) recordKind!: string;
  @PrimaryColumn({ type: 'uuid', name: 'record_id' }) recordId!: string;
  @PrimaryColumn({ type: 'int' }) n!: number;
  @Column({ type: 'text' }) prev!: string;
  @Column({ type: 'text' }) hash!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}
