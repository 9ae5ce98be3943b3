import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Above My work stand the first steps until their reader ends them, on all devices. Whoever was there before sees them once as well. */
export class TellWhoHasSeenTheFirstSteps1795300105000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table account add column first_steps_ended_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table account drop column first_steps_ended_at');
  }
}
