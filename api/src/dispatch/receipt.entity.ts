import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('receipt')
export class Receipt {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'cycle_id' }) cycleId!: string;
  @Column({ type: 'uuid', name: 'dispatch_id' }) dispatchId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column({ type: 'text', name: 'recipient_name' }) recipientName!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column({ type: 'text', name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  @Column({ type: 'text', name: 'incoming_number', nullable: true }) incomingNumber!: string | null;
  @Column({ type: 'date', name: 'incoming_date', nullable: true }) incomingDate!: string | null;
}
