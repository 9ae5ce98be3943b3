import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since PostgreSQL 16 whoever makes a role may grant it, but does not have its rights: an owner that is no superuser would see no row of its
 * own tables, nor would the functions that run with its rights. It grants them to itself. Memberships are of the whole server and stay.
 */
export class LetTheOwnerThroughTheWall1795300035000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not pg_has_role(current_user, 'thidua_owner', 'usage') then
          execute format('grant thidua_owner to %I', current_user);
        end if;
      end $$`);
  }

  async down(): Promise<void> {
    // The next database of this server may need the membership.
  }
}
