import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * On each day a unit is listed under one of its names: the one that began last, and before the first begins, under the first. From when until
 * when a name is that one is kept beside it, so that an index holds the names of a day in the order in which they are read.
 */
const SHOWN = `
  alter table unit_name
    add column shown_from date not null default '-infinity',
    add column shown_until date not null default 'infinity';

  create function names_in_turn(of_unit uuid) returns void language sql as $$
    update unit_name n set shown_from = t.begins, shown_until = t.ends
      from (select o.id, case when lag(o.id) over turn is null then date '-infinity' else o.valid_from end as begins,
                   coalesce(lead(o.valid_from) over turn, date 'infinity') as ends
              from unit_name o where o.unit_id = of_unit window turn as (order by o.valid_from, o.id)) t
     where n.id = t.id and (n.shown_from, n.shown_until) is distinct from (t.begins, t.ends)
  $$;
  select names_in_turn(id) from unit;

  create function keep_names_in_turn() returns trigger language plpgsql as $$ begin
    perform names_in_turn(coalesce(new.unit_id, old.unit_id));
    return null;
  end $$;
  create trigger keep_names_in_turn after insert or delete or update of valid_from on unit_name
    for each row execute function keep_names_in_turn();`;

const SHOWN_BEFORE = `
  drop trigger keep_names_in_turn on unit_name;
  drop function keep_names_in_turn();
  drop function names_in_turn(uuid);
  alter table unit_name drop column shown_from, drop column shown_until;`;

/** Lists of a province: units in the order of their names of the day, with all of their names; whose posts are open; the years of posts, as a set. */
export class ListPeopleAndUnitsBySets1795300099000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${SHOWN}
      create index unit_name_listed on unit_name (province_id, (short_name collate "vi-x-icu"), unit_id) include (shown_from, shown_until, name);
      drop index unit_name_on;
      create index unit_name_on on unit_name (unit_id, valid_from) include (valid_to, name, short_name, name_en, province_id);

      -- The years of posts, told to who keeps the posts of a province and reads no bloc.
      create function years_of_posts(cycles uuid[]) returns table (id uuid, year int) language sql stable security definer set search_path from current
        as $$ select c.id, c.year from cycle c where c.id = any(cycles) $$;
      revoke execute on function years_of_posts(uuid[]), names_in_turn(uuid) from public;
      grant execute on function years_of_posts(uuid[]), names_in_turn(uuid) to thidua_app;
      drop function year_of_post(uuid);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create function year_of_post(of_cycle uuid) returns int language sql stable security definer set search_path from current
        as $$ select year from cycle where id = of_cycle $$;
      revoke execute on function year_of_post(uuid) from public;
      grant execute on function year_of_post(uuid) to thidua_app;
      drop function years_of_posts(uuid[]);
      drop index unit_name_on, unit_name_listed;
      create index unit_name_on on unit_name (unit_id, valid_from) include (valid_to, name, short_name, province_id);
      ${SHOWN_BEFORE}
    `);
  }
}
