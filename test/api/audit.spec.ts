import { createHash, createPublicKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { audit, AUDITED, buildAudited, expectFound, type Audited } from '../support/audited.js';
import { thidua, type Workplace } from '../support/command.js';
import { connected, plainlyOwnedDatabase, tamper } from '../support/rows.js';
import { cutTail, insertEntry, rewriteChain } from '../support/tampering.js';
import { freshDatabase } from '../support/world.js';

let untouched: Audited;
beforeAll(async () => {
  untouched = await buildAudited();
});

const entry = (owner: pg.Client, id: string, n: number, set: string) =>
  tamper(owner, 'journal', `update journal set ${set} where record_id = $1 and n = $2`, [id, n]);
/** What PostgreSQL itself finds, before the independent check. */
const BY_SQL = 'Theo SQL, chỗ hỏng đầu tiên';
const place = (unit: string, n: number) => new RegExp(`Registration ${untouched.ids[unit]}, mục ${n}:`);

describe('an installation that nobody laid hands on', () => {
  it('holds: every chain, every record, every checkpoint', async () => {
    const { code, said } = await audit(untouched);
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/✔ Theo SQL: \d+ mục[^✗]*✔ Kiểm độc lập: \d+ mục, \d+ hồ sơ, 9 mốc/) as string,
    });
    const counts = [...said.matchAll(/(\d+) mục/g)].map((match) => match[1]);
    expect(new Set(counts).size).toBe(1); // both checks read the same journal
  });

  it('is audited bloc by bloc too; a bloc that there is not is said to be none, and a wrong usage is one', async () => {
    const { code, said } = await audit(untouched, '--bloc', AUDITED);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(', 3 mốc') as string });
    expect(await audit(untouched, '--bloc', 'khong-co')).toEqual({ code: 1, said: expect.stringContaining('«khong-co»') as string });
    for (const args of [['audit'], ['audit', 'verify', '--all'], ['audit', 'verify', 'x'], ['audit', 'key', '--bloc', AUDITED]])
      expect((await thidua(untouched, args)).code).toBe(2);
  });

  it('is audited from a backup as from the database, also when the owner is elsewhere', async () => {
    const backup = join(mkdtempSync(join(tmpdir(), 'thidua-audit-')), 'taken.tar');
    expect(await thidua(untouched, ['backup', backup])).toMatchObject({ code: 0 });
    const { said: key } = await thidua(untouched, ['audit', 'key']);
    const keyFile = `${backup}.pem`;
    writeFileSync(keyFile, key);
    const elsewhere = { ...(await freshDatabase()), dataDir: mkdtempSync(join(tmpdir(), 'thidua-nowhere-')) };
    const { code, said } = await audit(elsewhere, '--backup', backup, '--key', keyFile);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/Kiểm độc lập: \d+ mục, \d+ hồ sơ, 9 mốc/) as string });
    expect(await audit(elsewhere, '--backup', backup)).toEqual({ code: 1, said: expect.stringContaining('(line-key)') as string });
    expect(await audit(elsewhere, '--backup', backup, '--key', keyFile, '--bloc', AUDITED)).toMatchObject({ code: 0 });
  });
});

describe('what was entered since a moment', () => {
  /** So many seconds after the last entry of the bloc. */
  const after = async (seconds: number) => {
    const last = await connected(untouched.ownerUrl, (owner) =>
      owner.query<{ at: Date }>('select max(at) as at from journal where record_id = $1', [untouched.ids.u7]),
    );
    return new Date(last.rows[0]!.at.getTime() + seconds * 1000).toISOString();
  };
  const since = (place: Workplace, moment: string, ...more: string[]) => audit(place, '--since', moment, ...more);

  it('is checked by itself, with the minute before, in the whole installation or one bloc; the moment for the next time is told', async () => {
    const { said } = await audit(untouched);
    const all = /Theo SQL: (\d+) mục/.exec(said)![1];
    const checked = await since(untouched, '2020-01-01T00:00:00+07:00');
    expect(checked).toEqual({ code: 0, said: expect.stringContaining(`✔ ${all} mục từ 2019-12-31T17:00:00.000Z`) as string });
    const next = /Next time: --since (\S+Z)\./.exec(checked.said)![1]!;
    expect(await since(untouched, next)).toMatchObject({ code: 0 });
    expect(await since(untouched, await after(30), '--bloc', AUDITED)).toMatchObject({ said: expect.stringMatching(/✔ [1-9]/) as string });
    expect(await since(untouched, await after(90), '--bloc', AUDITED)).toMatchObject({
      said: expect.stringContaining('✔ 0 mục') as string,
    });
  });

  it('and does not hold is named; what lies before is not looked at', async () => {
    const place = await untouched.after((owner) => entry(owner, untouched.ids.u7!, 2, `body = replace(body, 'recall', 'return')`));
    const { code, said } = await since(place, await after(0));
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('(hash)') as string });
    expect(said).toMatch(new RegExp(`Registration ${untouched.ids.u7}, mục 2:`));
    expect(await since(place, await after(90))).toMatchObject({ code: 0 });
  });

  it('is not checked together with what needs the whole, nor since a moment that is none', async () => {
    for (const more of [
      ['--backup', 'x.tar'],
      ['--checkpoints', 'moc.jsonl'],
      ['--key', 'moc.pub'],
    ])
      expect((await since(untouched, '2020-01-01T00:00:00Z', ...more)).code).toBe(2);
    for (const moment of ['hôm qua', '2020-01-01', '2020-01-01T00:00:00']) expect((await since(untouched, moment)).code).toBe(2);
    expect((await thidua(untouched, ['audit', 'checkpoint', '--since', '2020-01-01T00:00:00Z'])).code).toBe(2);
    expect((await since(untouched, '2020-01-01T00:00:00Z', '--bloc', 'khong-co')).code).toBe(1);
  });
});

describe('an installation restored from a backup, whose owner is no superuser', () => {
  it('holds, goes on with its checkpoints, and holds', async () => {
    const backup = join(mkdtempSync(join(tmpdir(), 'thidua-audit-')), 'taken.tar');
    expect(await thidua(untouched, ['backup', backup])).toMatchObject({ code: 0 });
    const restored = { ...(await plainlyOwnedDatabase()), dataDir: mkdtempSync(join(tmpdir(), 'thidua-restored-')) };
    expect(await thidua(restored, ['restore', backup])).toMatchObject({ code: 0 });
    expect(await audit(restored)).toMatchObject({ code: 0 });
    expect(await thidua(restored, ['audit', 'checkpoint'])).toMatchObject({ code: 0 });
    expect(await audit(restored)).toEqual({ code: 0, said: expect.stringContaining(', 12 mốc') as string });
  });
});

describe('attack 48: an entry that was tampered with in the database', () => {
  it.each<[string, string, string, number, (owner: pg.Client) => Promise<unknown>]>([
    ['whose body was changed', 'hash', 'u3', 2, (owner) => entry(owner, untouched.ids.u3!, 2, `body = replace(body, 'recall', 'return')`)],
    ['whose hash was changed', 'hash', 'u3', 1, (owner) => entry(owner, untouched.ids.u3!, 1, `hash = repeat('a', 64)`)],
    ['that was linked to another', 'chain', 'u4', 2, (owner) => entry(owner, untouched.ids.u4!, 2, `prev = repeat('0', 64)`)],
    [
      'that was taken out of the middle',
      'gap',
      'u3',
      3,
      (owner) => tamper(owner, 'journal', 'delete from journal where record_id = $1 and n = 2', [untouched.ids.u3]),
    ],
    [
      'that changed places with the next',
      'chain',
      'u3',
      1,
      async (owner) => {
        await entry(owner, untouched.ids.u3!, 1, 'n = 99');
        await entry(owner, untouched.ids.u3!, 2, 'n = 1');
        await entry(owner, untouched.ids.u3!, 99, 'n = 2');
      },
    ],
  ])('%s is named, by SQL and by the independent check alike', async (_, why, unit, n, harm) => {
    const said = await expectFound(await untouched.after(harm), why, BY_SQL, place(unit, n));
    expect(said.match(new RegExp(`Registration ${untouched.ids[unit]}, mục ${n}:`, 'g'))).toHaveLength(2);
  });

  it('that was written anew with all that follows is found by what a checkpoint had', async () => {
    const harm = (owner: pg.Client) =>
      rewriteChain(owner, { journal: 'journal', table: 'registration', id: untouched.ids.u4!, n: 1 }, (body) => ({
        ...body,
        content: 'f'.repeat(64),
      }));
    await expectFound(await untouched.after(harm), 'replaced', place('u4', 1 + 1), 'mốc 2 ', BY_SQL);
  });

  it('that was written anew in the set-up of people is found too', async () => {
    const harm = (owner: pg.Client) =>
      rewriteChain(owner, { journal: 'province_journal', table: 'person', id: untouched.person, n: 1 }, (body) => ({ ...body, posts: [] }));
    await expectFound(await untouched.after(harm), 'replaced', new RegExp(`Person ${untouched.person}, mục 1:`), BY_SQL);
  });

  it('that came to another record is named', async () => {
    const harm = async (owner: pg.Client) => {
      await tamper(owner, 'journal', 'update journal set record_id = $2 where record_id = $1', [untouched.ids.u4, untouched.person]);
      await tamper(owner, 'journal', 'update journal set record_id = $2 where record_id = $1', [untouched.ids.u6, untouched.ids.u4]);
      await tamper(owner, 'journal', 'update journal set record_id = $2 where record_id = $1', [untouched.person, untouched.ids.u6]);
    };
    await expectFound(await untouched.after(harm), 'other-record', place('u4', 1), place('u6', 1), BY_SQL);
  });

  it('that came to another bloc is named', async () => {
    const harm = (owner: pg.Client) => entry(owner, untouched.ids.u4!, 2, `bloc_id = (select bloc_id from place where slug = 'khoi-khac')`);
    await expectFound(await untouched.after(harm), 'other-place', place('u4', 2));
  });

  it('whose body is no longer in the form that the program writes is named', async () => {
    const harm = async (owner: pg.Client) => {
      await entry(owner, untouched.ids.u7!, 2, `body = replace(body, '":', '": ')`);
      await entry(owner, untouched.ids.u7!, 2, `hash = encode(sha256(convert_to(prev || E'\\n' || body, 'UTF8')), 'hex')`);
      await owner.query('update registration r set head = j.hash from journal j where r.id = $1 and j.record_id = r.id and j.n = 2', [
        untouched.ids.u7,
      ]);
    };
    await expectFound(await untouched.after(harm), 'form', place('u7', 2), '✔ Theo SQL');
  });

  it('that does not start where the one before ended is named', async () => {
    const harm = (owner: pg.Client) =>
      rewriteChain(owner, { journal: 'journal', table: 'registration', id: untouched.ids.u7!, n: 2 }, (body) => ({
        ...body,
        from: 'accepted',
      }));
    await expectFound(await untouched.after(harm), 'state-jump', place('u7', 2), '✔ Theo SQL');
  });
});

describe('attack 48: an entry that was put into the database', () => {
  it('at the end of a chain is named, since the record does not count it', async () => {
    const harm = (owner: pg.Client) => insertEntry(owner, untouched.ids.u4!, 2, false);
    await expectFound(await untouched.after(harm), 'record-entries', `Registration ${untouched.ids.u4}`, '✔ Theo SQL');
  });

  it('into the middle, with all that follows and the record written anew, is found by what a checkpoint had', async () => {
    const harm = (owner: pg.Client) => insertEntry(owner, untouched.ids.u3!, 2, true);
    await expectFound(await untouched.after(harm), 'replaced', place('u3', 4), 'mốc 3 ', BY_SQL);
  });
});

describe('attack 48: what is missing from the database', () => {
  it('as the tail of a chain is found by what a checkpoint had, although chain and record agree', async () => {
    const harm = (owner: pg.Client) => cutTail(owner, 'registration', untouched.ids.u3!);
    await expectFound(await untouched.after(harm), 'cut', place('u3', 4), 'mốc 3 ', BY_SQL);
  });

  it('as a whole record is found by what a checkpoint had', async () => {
    const harm = async (owner: pg.Client) => {
      await tamper(owner, 'journal', 'delete from journal where record_id = $1', [untouched.ids.u6]);
      await owner.query('delete from registration where id = $1', [untouched.ids.u6]);
    };
    await expectFound(await untouched.after(harm), 'removed', place('u6', 2), BY_SQL);
  });

  it('as a record’s own row, or as all its entries, is found without a checkpoint', async () => {
    await expectFound(
      await untouched.after((owner) => owner.query('delete from registration where id = $1', [untouched.ids.u7])),
      'record-missing',
      untouched.ids.u7!,
    );
    const harm = (owner: pg.Client) => tamper(owner, 'journal', 'delete from journal where record_id = $1', [untouched.ids.u7]);
    await expectFound(await untouched.after(harm), 'no-entries', `registration ${untouched.ids.u7}`);
  });
});

describe('a record that was tampered with', () => {
  it.each<[string, string, string]>([
    ['number of entries', 'record-entries', 'entries = 7'],
    ['head', 'record-head', `head = repeat('b', 64)`],
    ['state', 'record-state', `state = 'accepted'`],
  ])('in its %s is named', async (_, why, set) => {
    const harm = (owner: pg.Client) => owner.query(`update registration set ${set} where id = $1`, [untouched.ids.u4]);
    await expectFound(await untouched.after(harm), why, `Registration ${untouched.ids.u4}`, '✔ Theo SQL');
  });

  it('although nothing was ever done with it, is named', async () => {
    const harm = (owner: pg.Client) => owner.query(`update registration set state = 'accepted' where id = $1`, [untouched.ids.u2]);
    await expectFound(await untouched.after(harm), 'record-state', `registration ${untouched.ids.u2}`);
  });
});

describe('a journal larger than the memory', () => {
  it('is audited in a little of it', async () => {
    const database = await freshDatabase();
    await connected(database.ownerUrl, (owner) =>
      owner.query(`insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body)
        select id, id, 'Cycle', id, 1, none, encode(sha256(convert_to(none || E'\\n' || body, 'UTF8')), 'hex'), body
          from (select id, repeat('0', 64) as none,
                       format('{"id":"%s","kind":"Cycle","n":1,"reason":"%s","to":"draft"}', id, repeat(md5(i::text), 3000)) as body
                  from (select i, gen_random_uuid() as id from generate_series(1, 1500) i) numbered) entries`),
    );
    const place = { ...database, dataDir: untouched.dataDir, by: [process.execPath, '--max-old-space-size=80'] };
    const { code, said } = await audit(place, '--checkpoints', '/dev/null');
    expect(said).toContain('đã đọc 1500 mục');
    expect(said).toContain('(record-missing)');
    expect(said).toContain('1500 chỗ sai (50 kể)');
    expect(code).toBe(1);
  }, 120_000);
});

describe('the key', () => {
  it('is printed in its public half alone, with the fingerprint that letters name', async () => {
    const { code, said } = await thidua(untouched, ['audit', 'key']);
    expect(code).toBe(0);
    expect(said).not.toContain('PRIVATE');
    const der = createPublicKey(said).export({ type: 'spki', format: 'der' });
    expect(said.trim().split('\n').at(-1)).toBe(createHash('sha256').update(der).digest('hex'));
  });
});
