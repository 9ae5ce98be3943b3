import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'int' }) entries!: number;
  @Column({ type: 'text' }) head!: string;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'text' }) name!: string;
}
