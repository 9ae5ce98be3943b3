import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of which a list reads all the rows of a year of a bloc, and what it needs of rows that it does not show. How far a sheet is,
 * and whose, is counted for every card; its points fill most of its pages, and nobody who counts reads them.
 */
const OF_YEAR = { registration: '', scorecard: '', sheet: 'include (scorecard_id, rater_unit_id, state)' };

/**
 * A list reads a year's rows together. An index of bloc and year alone keeps them in the order of the table, so that each page of the table
 * is touched once; with the id in it they came in the order of random ids, and each row touched a page of its own. A name is found in the
 * index itself: it holds all that a list shows of it.
 */
export class ReadAYearAsSets1795300096000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, more] of Object.entries(OF_YEAR))
      await db.query(`drop index ${table}_bloc; create index ${table}_bloc on ${table} (bloc_id, cycle_id) ${more}`);
    await db.query(`
      drop index unit_name_unit, unit_name_province;
      create index unit_name_on on unit_name (unit_id, valid_from) include (valid_to, name, short_name, province_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index unit_name_on;
      create index unit_name_unit on unit_name (unit_id, valid_from);
      create index unit_name_province on unit_name (province_id)`);
    for (const table of Object.keys(OF_YEAR))
      await db.query(`drop index ${table}_bloc; create index ${table}_bloc on ${table} (bloc_id, cycle_id, id)`);
  }
}
