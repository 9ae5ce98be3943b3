import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents on their way out of the door, their contents and files (never changed once written), the register of numbers, and the series
 * from which numbers come: of a bloc or of the head's unit, so series belong to the province.
 */
export class CreateDocumentsAndRegister1795300014000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        cycle_id uuid not null references cycle,
        head_unit_id uuid not null references unit,
        version int not null default 1,
        entries int not null default 0,
        head text not null default repeat('0', 64),
        state text not null default 'draft'
          check (state in ('draft', 'proposed', 'returned', 'checked', 'prepared', 'signing', 'signed', 'issued')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        type text not null check (type in ('BC', 'BB', 'TTr')),
        recipients jsonb not null,
        replaces_id uuid references document,
        replaces_reason text,
        content_id uuid not null,
        number int,
        symbol text,
        day date,
        sha256 text,
        reason text,
        proposed_by uuid,
        checked_by uuid,
        prepared_by uuid,
        signer_name text,
        signer_post text,
        proposed_at timestamptz,
        checked_at timestamptz,
        prepared_at timestamptz,
        signed_at timestamptz,
        issued_at timestamptz,
        check ((replaces_id is null) = (replaces_reason is null)),
        check ((number is null) = (day is null) and (number is null) = (symbol is null))
      );
      -- One document of a type in a year, unless it replaces one; each is replaced at most once.
      create unique index document_first on document (cycle_id, type) where replaces_id is null;
      create unique index document_replaced_once on document (replaces_id);
      create index document_bloc on document (bloc_id, cycle_id, id);
      create index document_head_unit on document (head_unit_id);
      create index document_province on document (province_id, id);
      -- What a document says, as it was compiled: blocks, the state of the records it was made from, the points of its format check.
      create table document_content (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        document_id uuid not null,
        basis text not null,
        title text not null,
        blocks jsonb not null,
        format jsonb not null,
        pages int not null,
        compiled_at timestamptz not null
      );
      create index document_content_bloc on document_content (bloc_id, document_id);
      create index document_content_province on document_content (province_id);
      -- The pages as they were frozen under number and date, and as they were signed.
      create table document_file (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        document_id uuid not null references document,
        kind text not null check (kind in ('frozen', 'signed')),
        sha256 text not null,
        pages int not null,
        bytes bytea not null check (octet_length(bytes) <= 20971520),
        made_at timestamptz not null default clock_timestamp(),
        unique (document_id, kind, sha256)
      );
      create index document_file_bloc on document_file (bloc_id, document_id);
      create index document_file_province on document_file (province_id);
      create table document_number (
        id uuid primary key,
        bloc_id uuid not null references bloc,
        province_id uuid not null,
        document_id uuid not null references document,
        owner_id uuid not null,
        year int not null,
        type text not null,
        number int not null check (number > 0),
        symbol text not null,
        day date not null,
        state text not null default 'reserved' check (state in ('reserved', 'used', 'void')),
        reason text,
        unique (owner_id, year, type, number),
        check ((state = 'void') = (reason is not null))
      );
      create index document_number_bloc on document_number (bloc_id, year, type, number);
      create index document_number_document on document_number (document_id);
      create index document_number_province on document_number (province_id);
      create table number_series (
        province_id uuid not null,
        owner_id uuid not null,
        year int not null,
        type text not null,
        last int not null default 0 check (last >= 0),
        primary key (owner_id, year, type)
      );
      create index number_series_province on number_series (province_id);

      select wall_bloc(walled) from unnest(array['document', 'document_content', 'document_file', 'document_number']::regclass[]) walled;
      select wall_province('number_series');
      revoke update on document_content, document_file from thidua_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table number_series, document_number, document_file, document_content, document');
  }
}
