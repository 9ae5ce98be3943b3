import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('document_number')
export class DocumentNumber {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'document_id' }) documentId!: string;
  @Column({ type: 'uuid', name: 'owner_id' }) ownerId!: string;
  @Column({ type: 'int' }) year!: number;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'int' }) number!: number;
  @Column({ type: 'text' }) symbol!: string;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'text' }) state!: 'reserved' | 'used' | 'void';
  @Column({ type: 'text', nullable: true }) reason!: string | null;
}
