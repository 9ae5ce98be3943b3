import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Checkpoints: signed roots over the heads of a bloc's records, kept here and in a file outside the database; and the address, if a bloc
 * names one, to which the day's root is written. The worker sees its queues alone, so what it must know of a bloc is told by functions
 * that run with their owner's rights: where the records stand, and who is written to.
 */
export class SignCheckpointsOfTheJournal1795300061000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table checkpoint (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        n int not null check (n > 0),
        day date not null,
        occasion text not null check (occasion in ('daily', 'stop', 'command')),
        at timestamptz not null,
        line text not null,
        unique (bloc_id, n)
      );
      create unique index checkpoint_daily on checkpoint (bloc_id, day) where occasion = 'daily';
      create index checkpoint_province on checkpoint (province_id);

      select wall_bloc('checkpoint');
      revoke insert, update on checkpoint from thidua_app;
      create policy worker_queue on checkpoint to thidua_worker using (true) with check (true);
      grant select, insert on checkpoint to thidua_worker;
      create trigger insert_only before update or delete or truncate on checkpoint for each statement execute function refuse_change();
      alter table checkpoint enable always trigger insert_only;

      alter table bloc add column checkpoint_address text;
      grant insert on delivery to thidua_worker;

      -- The last entry of every record of a bloc and of its province (whose people and posts its rights rest on), and whether the record's
      -- own columns say something else. A record is a row of whatever table has entries and a head.
      create function heads_of_bloc(of_bloc uuid) returns table (kind text, id uuid, entries int, head text, differs boolean)
      language plpgsql stable security definer set search_path from current as $$
      declare
        of_province uuid := (select b.province_id from bloc b where b.id = of_bloc);
        records text := (
          select string_agg(format('select id, entries, head, %L as table_name from %s where %s', c.relname, c.oid::regclass,
                   case when 'bloc_id' = any(has.columns) then 'bloc_id = $1' else 'province_id = $2' end), ' union all ')
            from pg_class c
            cross join lateral (select array_agg(attname::text) as columns from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) has
           where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and has.columns @> array['id', 'province_id', 'entries', 'head']);
      begin
        return query execute format('
          with chain as (
            select distinct on (record_id) record_kind, record_id, n, hash
              from (select record_kind, record_id, n, hash from journal where bloc_id = $1
                    union all select record_kind, record_id, n, hash from province_journal where province_id = $2) entry
             order by record_id, n desc
          )
          select coalesce(c.record_kind, r.table_name), coalesce(c.record_id, r.id), coalesce(c.n, 0), coalesce(c.hash, r.head),
                 c.n is distinct from r.entries or c.hash is distinct from r.head
            from chain c full join (%s) r on r.id = c.record_id
           where c.record_id is not null or r.entries <> 0
           order by 1, 2', records) using of_bloc, of_province;
      end $$;

      create function checkpoint_recipient(of_bloc uuid) returns table (name text, address text)
      language sql stable security definer set search_path from current as $$
        select name, checkpoint_address from bloc where id = of_bloc and checkpoint_address is not null
      $$;

      revoke execute on function heads_of_bloc(uuid), checkpoint_recipient(uuid) from public;
      grant execute on function heads_of_bloc(uuid), checkpoint_recipient(uuid) to thidua_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function checkpoint_recipient(uuid);
      drop function heads_of_bloc(uuid);
      revoke insert on delivery from thidua_worker;
      alter table bloc drop column checkpoint_address;
      drop table checkpoint;
    `);
  }
}
