import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('number_series')
export class NumberSeries {
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'owner_id' }) ownerId!: string;
  @PrimaryColumn({ type: 'int' }) year!: number;
  @PrimaryColumn({ type: 'text' }) type!: string;
  @Column({ type: 'int' }) last!: number;
}
