import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The year's papers sent out, and what each recipient owes in return. A letter's link carries the receipt's id under a code made with a
 * secret of the installation, so that nothing in the database opens a link. Where a receipt lies is told across blocs by its id alone.
 */
export class CreateDispatchesAndReceipts1795300015000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table dispatch (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null unique references cycle,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft' check (state in ('draft', 'sent')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        lines jsonb not null,
        papers jsonb not null default '[]',
        sent_at timestamptz
      );
      create index dispatch_bloc on dispatch (bloc_id, cycle_id);
      create index dispatch_province on dispatch (province_id, id);
      create table receipt (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        dispatch_id uuid not null references dispatch,
        kind text not null check (kind in ('council', 'board', 'unit')),
        unit_id uuid references unit,
        recipient_name text not null,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'waiting' check (state in ('waiting', 'confirmed')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        confirmed_at timestamptz,
        confirmed_by text,
        incoming_number text,
        incoming_date date,
        check ((kind = 'unit') = (unit_id is not null))
      );
      create unique index receipt_once on receipt (dispatch_id, kind, coalesce(unit_id, dispatch_id));
      create index receipt_bloc on receipt (bloc_id, dispatch_id);
      create index receipt_unit on receipt (unit_id);
      create index receipt_province on receipt (province_id, id);
      alter table delivery add column receipt_id uuid references receipt;
      create index delivery_receipt on delivery (receipt_id);
      select wall_bloc(walled) from unnest(array['dispatch', 'receipt']::regclass[]) walled;

      create table installation_secret (name text primary key, secret bytea not null);
      insert into installation_secret values ('receipt-links', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
      grant select on installation_secret to thidua_app, thidua_worker;

      create function place_of_receipt(of_receipt uuid) returns table (bloc_id uuid, province_id uuid)
      language sql stable security definer set search_path from current as $$
        select r.bloc_id, r.province_id from receipt r where r.id = of_receipt
      $$;
      revoke execute on function place_of_receipt(uuid) from public;
      grant execute on function place_of_receipt(uuid) to thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function place_of_receipt(uuid);
      drop table installation_secret;
      alter table delivery drop column receipt_id;
      drop table receipt, dispatch;
    `);
  }
}
