import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a session last proved whose it is, in trust time: by signing in, then by its password or code once more. What asks for a proof
 * that is fresh is law (workflows/account/proof.ts); the door reads with the actor when the last one was and what the next is made by.
 */
export class AskAgainWhoActs1795300080000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session add column proved_at timestamptz;
      update session set proved_at = created_at;
      alter table session alter column proved_at set not null, alter column proved_at set default clock_timestamp();

      create or replace function actor_of_session(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id),
                 'provedAt', s.proved_at,
                 'provesBy', case when exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
                             then 'code' else 'password' end)
          from session s
          join account a on a.id = s.account_id and a.disabled_at is null
          join person p on p.id = a.person_id
         where s.token_hash = token and session_awake(s)
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function actor_of_session(token bytea) returns jsonb language sql stable security definer set search_path from current as $$
        select jsonb_build_object('kind', 'person', 'personId', p.id, 'name', p.name, 'email', a.email, 'accountId', a.id, 'posts', posts_of(p.id))
          from session s
          join account a on a.id = s.account_id and a.disabled_at is null
          join person p on p.id = a.person_id
         where s.token_hash = token and session_awake(s)
      $$;
      alter table session drop column proved_at;
    `);
  }
}
