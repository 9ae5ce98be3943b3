import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('document_file')
export class DocumentFile {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'bloc_id' }) blocId!: string;
  @Column({ type: 'uuid', name: 'province_id' }) provinceId!: string;
  @Column({ type: 'uuid', name: 'document_id' }) documentId!: string;
  @Column({ type: 'text' }) kind!: 'frozen' | 'signed';
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'int' }) pages!: number;
  @Column({ type: 'bytea' }) bytes!: Buffer;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt!: Date;
}
