import { linkToken } from '@thidua/api/platform/mail/letter-link';
import { StoredMail } from '@thidua/api/platform/mail/stored-mail';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PEOPLE, SUBSTITUTES } from '../matrix/people.data.js';
import { BLOCS, PLAN, PROVINCES, PROVINCIAL, STATES, type Kind } from '../matrix/plan.js';
import { GIVER } from '../matrix/policy.data.js';
import type { Actor } from '../matrix/rich-people.js';
import { makeRichWorld, TABLES, type RichWorld } from '../matrix/rich-world.js';
import { RULES } from '../support/small-bloc.js';
import { settle } from '../support/settling.js';
import { PASSWORD } from '../support/world.js';
import type { Pool } from './values.js';

/** Who asks: each post, several posts in one hand, a chosen capacity, strangers. */
const READERS: readonly string[] = [
  'administrator',
  'P.council+u3.officer',
  'P.member',
  'Q.council',
  'u1.head+A.secretary',
  'u1.head+A.secretary as secretary',
  'u2.head+A.secretary',
  'u2.head',
  'u2.officer',
  'u3.head+w2.head',
  'u3.officer+A.secretary',
  'u5.head',
  'u6.head',
  'A.records',
  'A.observer',
  'B.secretary',
  'w1.head',
  'q1.head',
  'u5.head for u1.head',
  'u2.deputy for u2.head as substitute',
  'u1.head, over',
  'nobody',
  'stranger',
  'made-up session',
];

/** Whose deeds and posts the records of the world name besides. */
const NAMED: readonly string[] = [
  'u1.head',
  'u3.head',
  'P.council',
  'q3.head',
  'A.records+A.secretary',
  'u3.deputy for u3.head',
  'u2.deputy for u2.head',
];
const CAST = [...PEOPLE, ...SUBSTITUTES].filter(({ name }) => READERS.includes(name) || NAMED.includes(name));

/** The world that is asked, with what its fields may hold. */
export interface Stage {
  readonly rich: RichWorld;
  /** By name of the cast. */
  readonly readers: readonly string[];
  readerOf(name: string): Actor;
  readonly pool: Pool;
  /** The last parts of the addresses of links that open something, by the route’s first word. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  readonly letterIds: readonly string[];
  /** Puts a record into a state that its journal knows; in its own state it stays as it is. */
  settle(kind: Kind, id: string, state: string): Promise<void>;
  versionOf(kind: Kind, id: string): Promise<number>;
  /** Makes good what a request did to everybody else: sessions that ended, attempts that were counted, time that was moved. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

const idsOf = async (rich: RichWorld, table: string, most = 12): Promise<string[]> =>
  (await rich.world.owner.query<{ id: string }>(`select id from ${table} order by id limit ${most}`)).rows.map(({ id }) => id);

async function poolOf(rich: RichWorld): Promise<Pool> {
  const tables = ['unit', 'person', 'post', 'document', 'receipt', 'cycle', 'bloc', 'province', 'registration', 'session'];
  const ids = (await Promise.all(tables.map((table) => idsOf(rich, table)))).flat();
  const units = BLOCS.flatMap((bloc) => PLAN[bloc].units);
  const slugs = [...BLOCS.map((bloc) => PLAN[bloc].slug), ...Object.values(PROVINCES)];
  const items = [...RULES.criteria.sections.flatMap((section) => section.items), ...RULES.criteria.bonus.items].map(({ code }) => code);
  const codes = [...RULES.titles, ...RULES.completionLevels].map(({ code }) => code);
  const posts = { principalPostId: [rich.postIdOf(GIVER)], substitutePostId: [rich.postIdOf('u3.deputy for u3.head')] };
  const byName = {
    unitCode: units,
    head: units,
    deputy: units,
    leader: units,
    members: units,
    units,
    province: slugs,
    bloc: slugs,
    slug: slugs,
  };
  return {
    ids,
    byName: { ...byName, item: items, code: codes, password: [PASSWORD], current: [PASSWORD], email: ['u3.officer@mau.example'], ...posts },
  };
}

/** A link of each purpose: one to a receipt, one to an account that nobody here signs in by. */
async function tokensOf({ world }: RichWorld): Promise<Record<string, string[]>> {
  const secrets = await world.owner.query<{ name: string; secret: Buffer }>('select name, secret from installation_secret');
  const secretOf = (name: string) => secrets.rows.find((row) => row.name === name)!.secret;
  const receipts = await world.owner.query<{ id: string }>('select id from receipt order by id limit 4');
  const links = await world.owner.query<{ id: string }>(
    `insert into account_link (id, account_id, purpose, expires_at)
     select gen_random_uuid(), a.id, p.purpose, clock_timestamp() + interval '1 day'
       from account a, (values ('reset'), ('invitation')) p(purpose) where a.email like 'set-up.%' returning id`,
  );
  return {
    receipts: receipts.rows.map(({ id }) => linkToken(secretOf('receipt-links'), id)),
    'account-links': links.rows.map(({ id }) => linkToken(secretOf('account-links'), id)),
  };
}

const LETTER = `From: a@mau.example
To: b@mau.example
Subject: =?utf-8?B?VGjGsA==?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8

<p>Thu</p>
--x
Content-Type: application/pdf; name="a b.pdf"
Content-Disposition: attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf

%PDF
--x--
`;

async function keepLetters({ world }: RichWorld): Promise<string[]> {
  const stored = new StoredMail(join(world.dataDir, 'mail'));
  const ids = [randomUUID(), randomUUID()];
  const line = { at: '2020-12-15T03:00:00.000Z', from: 'a@mau.example', to: 'b@mau.example', subject: 'Thư' };
  for (const id of ids) await stored.keep({ id, ...line, size: LETTER.length }, Buffer.from(LETTER.replaceAll('\n', '\r\n')));
  return ids;
}

/** Builds the world and everything that its fields may hold. */
export async function openStage(): Promise<Stage> {
  const rich = await makeRichWorld(CAST);
  const { owner } = rich.world;
  await owner.query('create temp table kept_session as select * from session');
  await owner.query('create temp table kept_account as select id, password_hash, disabled_at from account');
  // A paper without a word cannot be printed; those of the world were never composed.
  await owner.query(`update document_content set blocks = '[{"kind": "paragraph", "text": "Nội dung."}]'`);
  const { rows } = await owner.query<{ shift: string }>('select shift::text as shift from business_clock');
  return {
    rich,
    readers: READERS,
    readerOf: (name) => rich.actors.find(({ cast }) => cast.name === name)!,
    pool: await poolOf(rich),
    tokens: await tokensOf(rich),
    letterIds: await keepLetters(rich),
    settle: async (kind, id, state) => {
      if ((STATES[kind] as readonly string[]).length < 2) return;
      await settle(owner, TABLES[kind], kind, PROVINCIAL.includes(kind) ? 'province' : 'bloc', id, state);
    },
    versionOf: async (kind, id) =>
      (await owner.query<{ version: number }>(`select version from ${TABLES[kind]} where id = $1`, [id])).rows[0]?.version ?? 0,
    mend: async () => {
      await owner.query('insert into session select * from kept_session on conflict do nothing');
      await owner.query('delete from sign_in_attempt');
      await owner.query(
        'update account a set password_hash = k.password_hash, disabled_at = k.disabled_at from kept_account k where k.id = a.id and (a.password_hash, a.disabled_at) is distinct from (k.password_hash, k.disabled_at)',
      );
      await owner.query('update business_clock set shift = $1::interval', [rows[0]!.shift]);
    },
    close: () => rich.close(),
  };
}
