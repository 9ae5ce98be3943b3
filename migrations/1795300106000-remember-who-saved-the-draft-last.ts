import type { MigrationInterface, QueryRunner } from 'typeorm';

const DRAFTS = ['registration', 'scorecard', 'sheet', 'section', 'report'] as const;

/** Whoever meets a draft that somebody else has saved meanwhile is told who, and when. Saves write no journal entry: it stands beside the draft. */
export class RememberWhoSavedTheDraftLast1795300106000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of DRAFTS)
      await db.query(`
        alter table ${table} add column drafted_by uuid references person, add column drafted_at timestamptz, add column drafted_version int`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of DRAFTS)
      await db.query(`alter table ${table} drop column drafted_by, drop column drafted_at, drop column drafted_version`);
  }
}
