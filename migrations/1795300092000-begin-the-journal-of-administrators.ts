import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Administrators of before the journal kept them have no entry, and nothing told them from somebody who was put there since. They get the
 * first entry now, with the posts that they have, in the canonical form (members by name, no spaces): from here on an administrator or a post
 * without an entry is named by the audit.
 */
export class BeginTheJournalOfAdministrators1795300092000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      with told as (
        select p.id, format(
                 '{"actor":{"kind":"system","person":null,"post":null,"role":null,"unit":null},"at":"%s","business":"%s","event":"create","from":null,"id":"%s","kind":"Person","n":1,"posts":[%s],"to":"%s","version":%s,"way":"upgrade"}',
                 to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                 to_char(business_now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), p.id,
                 (select string_agg(format('{"bloc_id":null,"cycle_id":null,"role":"%s","title":%s,"unit_id":null,"valid_from":"%s","valid_to":%s}',
                           o.role, to_json(o.title), o.valid_from, coalesce('"' || o.valid_to || '"', 'null')), ',' order by o.id)
                    from post o where o.person_id = p.id), p.state, p.version) as body
          from person p
         where p.province_id is null and p.entries = 0 and exists (select 1 from post o where o.person_id = p.id and o.role = 'administrator')
      ), entered as (
        insert into province_journal (province_id, record_kind, record_id, n, prev, hash, body)
          select null, 'Person', id, 1, repeat('0', 64), encode(sha256(convert_to(repeat('0', 64) || E'\\n' || body, 'UTF8')), 'hex'), body from told
          returning record_id, hash
      )
      update person p set entries = 1, head = e.hash from entered e where e.record_id = p.id;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table province_journal disable trigger insert_only;
      with gone as (
        delete from province_journal j using person p
         where p.id = j.record_id and p.entries = 1 and j.province_id is null and j.n = 1 and j.body like '%,"way":"upgrade"}' returning j.record_id
      )
      update person set entries = 0, head = repeat('0', 64) where id in (select record_id from gone);
      alter table province_journal enable always trigger insert_only;
    `);
  }
}
