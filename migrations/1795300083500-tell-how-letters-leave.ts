import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many letters wait, left or failed, in numbers alone; and what became of a test letter, told to whoever asked for it. */
export class TellHowLettersLeave1795300083500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function mail_queue() returns table (waiting int, accepted int, failed int)
      language sql stable security definer set search_path from current as $$
        select count(*) filter (where state = 'queued')::int,
               count(*) filter (where state = 'accepted' and sent_at > clock_timestamp() - interval '1 day')::int,
               -- a letter that will not be tried again keeps the moment of its last try
               count(*) filter (where state in ('refused', 'failed') and next_at > clock_timestamp() - interval '1 day')::int
          from delivery
      $$;

      create function test_letter(token bytea, of_delivery uuid)
      returns table (id uuid, address text, state text, attempts int, answer text, "nextAt" timestamptz)
      language sql stable security definer set search_path from current as $$
        select d.id, d.address, d.state, d.attempts, d.last_answer, d.next_at
          from delivery d
         where d.id = of_delivery and d.letter = 'mail-test' and d.person_id = (actor_of_session(token) ->> 'personId')::uuid
      $$;

      revoke execute on function mail_queue(), test_letter(bytea, uuid) from public;
      grant execute on function mail_queue(), test_letter(bytea, uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function test_letter(bytea, uuid);
      drop function mail_queue();
    `);
  }
}
