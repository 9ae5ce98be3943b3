import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the door writes beside a record: the journal (append-only), the keys against double sending, letters to send, deadlines to keep. */
export class CreateJournalAndOutbox1795300004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table journal (
        bloc_id uuid not null,
        province_id uuid not null,
        record_kind text not null,
        record_id uuid not null,
        n int not null,
        prev text not null,
        hash text not null,
        body text not null,
        at timestamptz not null default clock_timestamp(),
        primary key (record_id, n)
      );
      create index journal_bloc on journal (bloc_id, at);
      create table idempotency (
        bloc_id uuid not null,
        province_id uuid not null,
        person_id uuid not null,
        key uuid not null,
        request_hash text not null,
        record_id uuid not null,
        n int not null,
        created_at timestamptz not null default now(),
        primary key (bloc_id, person_id, key)
      );
      create table delivery (
        id uuid primary key,
        bloc_id uuid not null,
        province_id uuid not null,
        record_kind text not null,
        record_id uuid not null,
        n int not null,
        letter text not null,
        facts jsonb not null default '{}',
        person_id uuid,
        unit_id uuid,
        recipient_name text not null,
        address text not null,
        state text not null default 'queued' check (state in ('queued', 'accepted', 'refused', 'failed')),
        attempts int not null default 0,
        next_at timestamptz not null default now(),
        last_answer text,
        sent_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index delivery_due on delivery (next_at) where state = 'queued';
      create index delivery_record on delivery (bloc_id, record_id);
      create index delivery_province on delivery (province_id);
      create table deadline (
        id uuid primary key,
        bloc_id uuid not null,
        province_id uuid not null,
        record_kind text not null,
        record_id uuid not null,
        event text not null,
        due_at timestamptz not null,
        done_at timestamptz,
        attempts int not null default 0,
        next_at timestamptz not null default now(),
        last_answer text,
        unique (record_id, event, due_at)
      );
      create index deadline_due on deadline (due_at) where done_at is null;
      create index deadline_bloc on deadline (bloc_id);

      select wall_bloc(walled) from unnest(array['journal', 'idempotency', 'delivery', 'deadline']::regclass[]) walled;
      revoke update on journal, idempotency from thidua_app;
      create policy worker_queue on delivery to thidua_worker using (true) with check (true);
      create policy worker_queue on deadline to thidua_worker using (true) with check (true);
      grant select, update on delivery, deadline to thidua_worker;

      -- The worker is woken when letters are committed.
      create function delivery_queued() returns trigger language plpgsql as $$ begin perform pg_notify('delivery', ''); return null; end $$;
      create trigger delivery_queued after insert on delivery for each statement execute function delivery_queued();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table deadline, delivery, idempotency, journal');
    await db.query('drop function delivery_queued()');
  }
}
