import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes that print what each peer gave are for the council alone; what was sent before went to all, and stays readable for them. */
export class KeepPeersMarksForTheCouncil1795300055000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table document add column council_only boolean not null default false;
      update document d set council_only = true from cycle c
       where c.id = d.cycle_id and d.type = 'BB' and (c.rules ->> 'peerMarksInMinutes')::boolean and c.rules #>> '{peers,mode}' <> 'none';
      alter table document alter column council_only drop default;
      update dispatch set papers = (select jsonb_agg(p || '{"councilOnly": false}') from jsonb_array_elements(papers) p) where state = 'sent';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update dispatch set papers = (select jsonb_agg(p - 'councilOnly') from jsonb_array_elements(papers) p) where state = 'sent';
      alter table document drop column council_only;
    `);
  }
}
