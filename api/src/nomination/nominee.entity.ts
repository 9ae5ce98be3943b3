import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('nominee')
export class Nominee {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'round_id' }) roundId!: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId!: string;
  @Column({ type: 'boolean' }) exclusive!: boolean;
}
