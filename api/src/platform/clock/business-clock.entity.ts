import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('business_clock')
export class BusinessClock {
  @PrimaryColumn({ type: 'boolean', name: 'only_one' }) onlyOne!: boolean;
  @Column({ type: 'interval' }) shift!: string;
}
