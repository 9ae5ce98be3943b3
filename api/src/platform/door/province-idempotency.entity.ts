import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('province_idempotency')
export class ProvinceIdempotency {
  @PrimaryColumn({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId!: string;
  @PrimaryColumn({ type: 'uuid' }) key!: string;
  @Column({ type: 'text', name: 'request_hash' }) requestHash!: string;
  @Column({ type: 'uuid', name: 'record_id' }) recordId!: string;
  @Column({ type: 'int' }) n!: number;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
