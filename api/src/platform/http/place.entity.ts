import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('place')
export class PlaceRow {
  @PrimaryColumn({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'bloc_id', nullable: true }) blocId!: string | null;
}
