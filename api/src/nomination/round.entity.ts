import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round')
export class Round {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'text', name: 'title_code' }) titleCode!: string;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'int' }) seats!: number;
  @Column({ type: 'jsonb' }) candidates!: unknown;
  @Column({ type: 'jsonb' }) attendance!: unknown;
  @Column({ type: 'jsonb', nullable: true }) settlement!: unknown;
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
