import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('substitution')
export class Substitution {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'uuid', name: 'principal_post_id' }) principalPostId!: string;
  @Column({ type: 'uuid', name: 'principal_id' }) principalId!: string;
  @Column({ type: 'uuid', name: 'substitute_post_id' }) substitutePostId!: string;
  @Column({ type: 'uuid', name: 'substitute_id' }) substituteId!: string;
  @Column({ type: 'text' }) manner!: string;
  @Column({ type: 'uuid', name: 'cycle_id', nullable: true }) cycleId!: string | null;
  @Column({ type: 'jsonb' }) areas!: unknown;
  @Column({ type: 'timestamptz', name: 'valid_from' }) validFrom!: Date;
  @Column({ type: 'timestamptz', name: 'valid_to' }) validTo!: Date;
  @Column({ type: 'jsonb', nullable: true }) paper!: unknown;
  @Column({ type: 'text' }) note!: string;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
