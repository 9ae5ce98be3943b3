import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person_reason')
export class PersonReason {
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId!: string;
  @PrimaryColumn({ type: 'int' }) n!: number;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'bytea', nullable: true }) salt!: Buffer | null;
}
