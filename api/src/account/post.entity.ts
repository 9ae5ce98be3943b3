import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('post')
export class PostRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column({ type: 'uuid', name: 'bloc_id', nullable: true }) blocId!: string | null;
  @Column({ type: 'uuid', name: 'cycle_id', nullable: true }) cycleId!: string | null;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'date', name: 'valid_from' }) validFrom!: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo!: string | null;
}
