import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('delivery')
export class Delivery {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id', nullable: true }) blocId!: string | null;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column({ type: 'text', name: 'record_kind' }) recordKind!: string;
  @Column({ type: 'uuid', name: 'record_id' }) recordId!: string;
  @Column({ type: 'int' }) n!: number;
  @Column({ type: 'text' }) letter!: string;
  @Column({ type: 'jsonb' }) facts!: unknown;
  @Column({ type: 'uuid', name: 'person_id', nullable: true }) personId!: string | null;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column({ type: 'uuid', name: 'receipt_id', nullable: true }) receiptId!: string | null;
  @Column({ type: 'text', name: 'recipient_name' }) recipientName!: string;
  @Column({ type: 'text' }) address!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'timestamptz', name: 'next_at' }) nextAt!: Date;
  @Column({ type: 'text', name: 'last_answer', nullable: true }) lastAnswer!: string | null;
  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
