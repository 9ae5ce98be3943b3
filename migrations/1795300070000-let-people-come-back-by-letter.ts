import type { MigrationInterface, QueryRunner } from 'typeorm';

const SECRET = `sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))`;

/**
 * A link in a letter lets its bearer set the password of one account, once: an invitation or a forgotten password. Sessions end when
 * they are not used, and their owner sees them one by one. Letters about an account lie in no bloc: only the worker reads them.
 */
export class LetPeopleComeBackByLetter1795300070000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session
        add column id uuid not null default gen_random_uuid() unique,
        add column device text not null default '',
        add column address text not null default '';

      -- Half an hour without use ends a session (ux.md P20), its expiry in any case. Trust time, never business time.
      create function session_awake(s session) returns boolean language sql stable
        as $$ select s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '30 minutes' $$;

      create table account_link (
        id uuid primary key,
        account_id uuid not null references account,
        purpose text not null check (purpose in ('invitation', 'reset')),
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index account_link_account on account_link (account_id);
      grant select, insert, update on account_link to thidua_app;
      insert into installation_secret values ('account-links', ${SECRET}), ('known-browsers', ${SECRET});

      alter table delivery
        alter column bloc_id drop not null,
        alter column province_id drop not null,
        add constraint delivery_of_account check ((record_kind = 'Account') = (bloc_id is null) and (bloc_id is null) = (province_id is null));
      create policy app_account on delivery for insert to thidua_app with check (record_kind = 'Account' and bloc_id is null);

      -- A letter about an account, to whoever it belongs to: people lie in provinces, which a stranger's request cannot read.
      create function tell_account(of_account uuid, about uuid, what text) returns void
      language sql security definer set search_path from current as $$
        insert into delivery (id, record_kind, record_id, n, letter, person_id, recipient_name, address)
        select gen_random_uuid(), 'Account', about, 0, what, p.id, p.name, a.email
          from account a join person p on p.id = a.person_id where a.id = of_account and a.disabled_at is null
      $$;

      -- Whom a link lets in, told to its bearer.
      create function account_of_link(of_link uuid)
      returns table (account_id uuid, name text, email text, purpose text, expires_at timestamptz, used boolean, expired boolean)
      language sql stable security definer set search_path from current as $$
        select a.id, p.name, a.email, l.purpose, l.expires_at, l.used_at is not null, l.expires_at <= clock_timestamp()
          from account_link l join account a on a.id = l.account_id and a.disabled_at is null join person p on p.id = a.person_id
         where l.id = of_link
      $$;

      create or replace function actor_of_session(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id))
          from session s
          join account a on a.id = s.account_id and a.disabled_at is null
          join person p on p.id = a.person_id
         where s.token_hash = token and session_awake(s)
      $$;

      revoke execute on function tell_account(uuid, uuid, text), account_of_link(uuid) from public;
      grant execute on function tell_account(uuid, uuid, text), account_of_link(uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function actor_of_session(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id))
          from session s
          join account a on a.id = s.account_id and a.disabled_at is null
          join person p on p.id = a.person_id
         where s.token_hash = token and s.expires_at > clock_timestamp()
      $$;
      drop function account_of_link(uuid);
      drop function tell_account(uuid, uuid, text);
      drop policy app_account on delivery;
      delete from delivery where record_kind = 'Account';
      alter table delivery drop constraint delivery_of_account, alter column bloc_id set not null, alter column province_id set not null;
      delete from installation_secret where name in ('account-links', 'known-browsers');
      drop table account_link;
      drop function session_awake(session);
      alter table session drop column id, drop column device, drop column address;
    `);
  }
}
