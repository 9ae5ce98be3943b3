import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) subject!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}
