import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bloc_group')
export class BlocGroup {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'int' }) number!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'uuid', name: 'leader_unit_id' }) leaderUnitId!: string;
}
