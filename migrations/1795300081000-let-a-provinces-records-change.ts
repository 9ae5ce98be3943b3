import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of a province take events as those of a bloc do: keys against double sending, and letters about them that lie in no bloc. */
export class LetAProvincesRecordsChange1795300081000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table province_idempotency (
        province_id uuid not null,
        person_id uuid not null,
        key uuid not null,
        request_hash text not null,
        record_id uuid not null,
        n int not null,
        created_at timestamptz not null default now(),
        primary key (province_id, person_id, key)
      );
      create index province_idempotency_key on province_idempotency (province_id, key);
      select wall_province('province_idempotency');
      revoke update on province_idempotency from thidua_app;

      alter table delivery drop constraint delivery_of_account,
        add constraint delivery_of_bloc check (bloc_id is null or province_id is not null);
      drop policy app_account on delivery;
      create policy app_account on delivery for insert to thidua_app with check (bloc_id is null and province_id is null);
      create policy app_province on delivery for insert to thidua_app
        with check (bloc_id is null and province_id = nullif(current_setting('app.province', true), '')::uuid);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy app_province on delivery;
      drop policy app_account on delivery;
      delete from delivery where bloc_id is null and record_kind <> 'Account';
      create policy app_account on delivery for insert to thidua_app with check (record_kind = 'Account' and bloc_id is null);
      alter table delivery drop constraint delivery_of_bloc,
        add constraint delivery_of_account check ((record_kind = 'Account') = (bloc_id is null) and (bloc_id is null) = (province_id is null));
      drop table province_idempotency;
    `);
  }
}
