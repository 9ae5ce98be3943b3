import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('deadline')
export class Deadline {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'text', name: 'record_kind' }) recordKind!: string;
  @Column({ type: 'uuid', name: 'record_id' }) recordId!: string;
  @Column({ type: 'text' }) event!: string;
  @Column({ type: 'timestamptz', name: 'due_at' }) dueAt!: Date;
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'timestamptz', name: 'next_at' }) nextAt!: Date;
  @Column({ type: 'text', name: 'last_answer', nullable: true }) lastAnswer!: string | null;
}
