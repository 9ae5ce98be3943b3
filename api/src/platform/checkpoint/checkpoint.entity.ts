import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('checkpoint')
export class Checkpoint {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id', nullable: true }) blocId!: string | null;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column({ type: 'int' }) n!: number;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'text' }) occasion!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) line!: string;
}
