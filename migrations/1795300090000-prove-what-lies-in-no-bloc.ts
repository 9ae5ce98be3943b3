import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Administrators belong to no province, and a province may have no bloc: no bloc's checkpoint stands over them. The installation has
 * checkpoints of its own, over all records that lie in no bloc; their rows name neither bloc nor province.
 */
export class ProveWhatLiesInNoBloc1795300090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table checkpoint alter column bloc_id drop not null, alter column province_id drop not null,
        add constraint checkpoint_place check ((bloc_id is null) = (province_id is null));
      create unique index checkpoint_installation on checkpoint (n) where bloc_id is null;
      create unique index checkpoint_installation_daily on checkpoint (day) where bloc_id is null and occasion = 'daily';

      -- As heads_of_bloc, over every record that lies in no bloc.
      create function heads_of_installation() returns table (kind text, id uuid, entries int, head text, differs boolean)
      language plpgsql stable security definer set search_path from current as $$
      declare
        records text := (
          select string_agg(format('select id, entries, head, %L as table_name from %s', c.relname, c.oid::regclass), ' union all ')
            from pg_class c
            cross join lateral (select array_agg(attname::text) as columns from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) has
           where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
             and has.columns @> array['id', 'province_id', 'entries', 'head'] and not 'bloc_id' = any(has.columns));
      begin
        return query execute format('
          with chain as (
            select distinct on (record_id) record_kind, record_id, n, hash from province_journal order by record_id, n desc
          )
          select coalesce(c.record_kind, r.table_name), coalesce(c.record_id, r.id), coalesce(c.n, 0), coalesce(c.hash, r.head),
                 c.n is distinct from r.entries or c.hash is distinct from r.head
            from chain c full join (%s) r on r.id = c.record_id
           where c.record_id is not null or r.entries <> 0
           order by 1, 2', records);
      end $$;

      -- The installation counts as one place more; it is as old as its first administrator or province.
      create or replace function late_checkpoints(hours int) returns int language sql stable security definer set search_path from current as $$
        select count(*)::int
          from (select greatest(b.created_at, (select max(c.at) from checkpoint c where c.bloc_id = b.id)) as last from bloc b
                union all
                select greatest(least((select min(p.created_at) from person p where p.province_id is null), (select min(v.created_at) from province v)),
                                (select max(c.at) from checkpoint c where c.bloc_id is null))) place
         where place.last < clock_timestamp() - make_interval(hours => hours)
      $$;

      revoke execute on function heads_of_installation() from public;
      grant execute on function heads_of_installation() to thidua_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function late_checkpoints(hours int) returns int language sql stable security definer set search_path from current as $$
        select count(*)::int from bloc b
         where greatest(b.created_at, (select max(c.at) from checkpoint c where c.bloc_id = b.id)) < clock_timestamp() - make_interval(hours => hours)
      $$;
      drop function heads_of_installation();

      drop index checkpoint_installation_daily, checkpoint_installation;
      alter table checkpoint disable trigger insert_only;
      delete from checkpoint where bloc_id is null;
      alter table checkpoint enable always trigger insert_only;
      alter table checkpoint drop constraint checkpoint_place, alter column bloc_id set not null, alter column province_id set not null;
    `);
  }
}
