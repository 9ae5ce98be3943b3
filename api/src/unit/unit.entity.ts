import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('unit')
export class Unit {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'date', name: 'ended_on', nullable: true }) endedOn!: string | null;
  /** When the ending was recorded, in business time. */
  @Column({ type: 'timestamptz', name: 'end_entered_at', nullable: true }) endEnteredAt!: Date | null;
}
