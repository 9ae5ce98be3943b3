import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { makeCheckpoints } from './checkpoints.js';
import { thidua, type Workplace } from './command.js';
import { connected } from './rows.js';
import { done } from './scores.js';
import { makeSmallBloc, type SmallBloc } from './small-bloc.js';
import { copyOf, startWorld } from './world.js';

/** The bloc of which most is audited. */
export const AUDITED = 'khoi-kiem';

/** An installation with journal and checkpoints, at rest. */
export interface Audited extends Workplace {
  /** The registrations of the bloc’s year, by unit: u3 has four entries, u4, u6 and u7 two each, u7’s after the last checkpoint; u2 none. */
  readonly ids: Readonly<Record<string, string>>;
  /** A person of the bloc’s province. */
  readonly person: string;
  /** A copy of it, after somebody who owns the database, and may write its files, did something to it. */
  after(harm: (owner: pg.Client, dataDir: string) => Promise<unknown>): Promise<Workplace>;
}

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly unitShortName: string;
}

async function registrationsOf(bloc: SmallBloc): Promise<Record<string, Listed>> {
  const { items } = done(await (await bloc.person('u1.head')).get<{ items: Listed[] }>(`${bloc.path}/registrations`));
  return Object.fromEntries(items.map((item) => [item.unitShortName.replace('Hội ', '').toLowerCase(), item]));
}

/** A unit sends its registration off and takes it back: two entries. */
async function sendAndRecall(bloc: SmallBloc, unit: string): Promise<void> {
  const head = await bloc.person(`${unit}.head`);
  const { id, version } = (await registrationsOf(bloc))[unit]!;
  const at = `${bloc.path}/registrations/${id}`;
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }];
  const saved = done(await head.put<{ version: number }>(at, { version, aim: { kind: 'title', code: 'flag' }, targets, note: '' }));
  const sent = done(await head.event<{ version: number }>(at, { type: 'submit', version: saved.version }));
  done(await head.event(at, { type: 'recall', version: sent.version }));
}

/** Builds an installation of two blocs, one with a year under way and three checkpoints on its way, and lets it come to rest. */
export async function buildAudited(): Promise<Audited> {
  const world = await startWorld();
  const bloc = await makeSmallBloc(world, AUDITED);
  await makeSmallBloc(world, 'khoi-khac');
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  await makeCheckpoints(world);
  for (const unit of ['u3', 'u4', 'u6']) await sendAndRecall(bloc, unit);
  await makeCheckpoints(world);
  await sendAndRecall(bloc, 'u3');
  await makeCheckpoints(world);
  await sendAndRecall(bloc, 'u7');
  const ids = Object.fromEntries(Object.entries(await registrationsOf(bloc)).map(([unit, { id }]) => [unit, id]));
  const { rows } = await world.owner.query<{ id: string }>('select person_id as id from account where email = $1', [
    `u3.head@${AUDITED}.example`,
  ]);
  await world.close(); // a database that nobody uses can be copied
  const { ownerUrl, appUrl, dataDir } = world;
  return {
    ...{ ownerUrl, appUrl, dataDir, ids, person: rows[0]!.id },
    after: async (harm) => {
      const copied = mkdtempSync(join(tmpdir(), 'thidua-audited-'));
      cpSync(dataDir, copied, { recursive: true });
      const place = { ...(await copyOf({ ownerUrl, appUrl })), dataDir: copied };
      await connected(place.ownerUrl, (owner) => harm(owner, copied));
      return place;
    },
  };
}

/** Runs the audit. */
export const audit = (place: Workplace, ...args: string[]) => thidua(place, ['audit', 'verify', ...args]);

/** Runs the audit, which must find this. @returns what it said */
export async function expectFound(place: Workplace, why: string, ...words: (string | RegExp)[]): Promise<string> {
  const { code, said } = await audit(place);
  for (const word of words) expect(said).toMatch(word);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`(${why})`) as string });
  return said;
}
