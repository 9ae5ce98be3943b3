import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles are of the whole server, so they are made when missing and stay when this database goes back.
 * `wall_*` put the second wall around a table: row security, forced, one equality for each kind of reader.
 */
export class CreateRolesAndWalls1795300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare role_name text;
      begin
        foreach role_name in array array['thidua_app', 'thidua_province', 'thidua_worker', 'thidua_owner'] loop
          begin
            execute format('create role %I nologin', role_name);
          exception when duplicate_object or unique_violation then null; -- another database of this server made it
          end;
        end loop;
        if not pg_has_role(current_user, 'thidua_owner', 'member') then
          execute format('grant thidua_owner to %I', current_user);
        end if;
      end $$;

      create function wall_bloc(walled regclass) returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', walled);
        execute format('alter table %s force row level security', walled);
        execute format('create policy app_bloc on %s to thidua_app
          using (bloc_id = nullif(current_setting(''app.bloc'', true), '''')::uuid)
          with check (bloc_id = nullif(current_setting(''app.bloc'', true), '''')::uuid)', walled);
        execute format('create policy province_read on %s for select to thidua_province
          using (province_id = nullif(current_setting(''app.province'', true), '''')::uuid)', walled);
        execute format('create policy owner_all on %s to thidua_owner using (true) with check (true)', walled);
        execute format('grant select, insert, update on %s to thidua_app', walled);
        execute format('grant select on %s to thidua_province', walled);
      end $$;

      create function wall_province(walled regclass) returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', walled);
        execute format('alter table %s force row level security', walled);
        execute format('create policy app_province on %s to thidua_app
          using (province_id = nullif(current_setting(''app.province'', true), '''')::uuid)
          with check (province_id = nullif(current_setting(''app.province'', true), '''')::uuid)', walled);
        execute format('create policy province_read on %s for select to thidua_province
          using (province_id = nullif(current_setting(''app.province'', true), '''')::uuid)', walled);
        execute format('create policy owner_all on %s to thidua_owner using (true) with check (true)', walled);
        execute format('grant select, insert, update on %s to thidua_app', walled);
        execute format('grant select on %s to thidua_province', walled);
      end $$;

      do $$ begin execute format('grant usage on schema %I to thidua_app, thidua_province, thidua_worker', current_schema()); end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function wall_province(regclass);
      drop function wall_bloc(regclass);
    `);
  }
}
