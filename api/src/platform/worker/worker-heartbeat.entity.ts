import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('worker_heartbeat')
export class WorkerHeartbeat {
  @PrimaryColumn({ type: 'uuid' }) worker!: string;
  @Column({ type: 'timestamptz', name: 'started_at' }) startedAt!: Date;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'boolean', name: 'mail_ready' }) mailReady!: boolean;
  @Column({ type: 'text', name: 'mail_answer' }) mailAnswer!: string;
}
