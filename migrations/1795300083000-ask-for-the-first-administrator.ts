import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may read the log of an installation without an administrator becomes its first one, by a code that is printed there. The program's login
 * writes no person who belongs to no province, so these functions run with their owner's rights and ask for the code. An administrator's
 * journal lies in no province: it was never written before.
 */
export class AskForTheFirstAdministrator1795300083000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table province_journal alter column province_id drop not null;

      create table first_administrator_code (
        only_one boolean primary key default true check (only_one),
        code_hash bytea not null,
        made_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null
      );

      -- A person of no province with an account and the post, and the first entry of the person's journal.
      create function make_administrator(person_id uuid, called text, address text, hashed text, post_title text, entry_hash text, entry_body text)
      returns void language plpgsql set search_path from current as $$
      begin
        insert into person (id, name, entries, head) values (person_id, called, 1, entry_hash);
        insert into account (id, person_id, email, password_hash) values (gen_random_uuid(), person_id, lower(address), hashed);
        insert into post (id, person_id, role, title, valid_from)
          values (gen_random_uuid(), person_id, 'administrator', post_title, date '1945-01-01');
        insert into province_journal (province_id, record_kind, record_id, n, prev, hash, body)
          values (null, 'Person', person_id, 1, repeat('0', 64), entry_hash, entry_body);
      end $$;

      -- A new code in place of the one before, unless somebody holds or held the post. The last of several programs that start at once wins.
      create function offer_first_administrator(new_code bytea, hours int) returns table (offered boolean, replaced boolean, valid_to timestamptz)
      language plpgsql security definer set search_path from current as $$
      declare was_there boolean;
      begin
        lock table first_administrator_code in exclusive mode;
        if exists (select 1 from post where role = 'administrator') then
          delete from first_administrator_code;
          return query select false, false, null::timestamptz;
        else
          delete from first_administrator_code returning true into was_there;
          insert into first_administrator_code (code_hash, expires_at) values (new_code, clock_timestamp() + make_interval(hours => hours));
          return query select true, coalesce(was_there, false), c.expires_at from first_administrator_code c;
        end if;
      end $$;

      -- 'taken' once somebody holds or held the post, 'expired' without a code in force, 'right' or 'wrong' for a code, 'waiting' when none is shown.
      create function first_administrator_state(shown bytea) returns text
      language sql stable security definer set search_path from current as $$
        select case
          when exists (select 1 from post where role = 'administrator') then 'taken'
          when not exists (select 1 from first_administrator_code where expires_at > clock_timestamp()) then 'expired'
          when shown is null then 'waiting'
          when exists (select 1 from first_administrator_code where code_hash = shown) then 'right'
          else 'wrong' end
      $$;

      -- Makes the administrator where the code is right, and takes the code away; otherwise only says why not.
      create function make_first_administrator(shown bytea, person_id uuid, called text, address text, hashed text, post_title text, entry_hash text, entry_body text)
      returns text language plpgsql security definer set search_path from current as $$
      declare answer text;
      begin
        lock table first_administrator_code in exclusive mode;
        answer := first_administrator_state(shown);
        if answer = 'right' then
          perform make_administrator(person_id, called, address, hashed, post_title, entry_hash, entry_body);
          delete from first_administrator_code;
        end if;
        return answer;
      end $$;

      revoke execute on function make_administrator(uuid, text, text, text, text, text, text),
        offer_first_administrator(bytea, int), first_administrator_state(bytea),
        make_first_administrator(bytea, uuid, text, text, text, text, text, text) from public;
      grant execute on function offer_first_administrator(bytea, int), first_administrator_state(bytea),
        make_first_administrator(bytea, uuid, text, text, text, text, text, text) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function make_first_administrator(bytea, uuid, text, text, text, text, text, text);
      drop function first_administrator_state(bytea);
      drop function offer_first_administrator(bytea, int);
      drop function make_administrator(uuid, text, text, text, text, text, text);
      drop table first_administrator_code;

      -- The journal of administrators goes, and their records are again as they were born.
      alter table province_journal disable trigger insert_only;
      update person set entries = 0, head = repeat('0', 64)
        where id in (select record_id from province_journal where province_id is null);
      delete from province_journal where province_id is null;
      alter table province_journal enable always trigger insert_only;
      alter table province_journal alter column province_id set not null;
    `);
  }
}
