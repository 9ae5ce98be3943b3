import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('document_content')
export class DocumentContent {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'document_id' }) documentId!: string;
  @Column({ type: 'text' }) basis!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'jsonb' }) blocks!: unknown;
  @Column({ type: 'jsonb' }) format!: unknown;
  @Column({ type: 'int' }) pages!: number;
  @Column({ type: 'timestamptz', name: 'compiled_at' }) compiledAt!: Date;
}
