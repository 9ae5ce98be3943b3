import type { Bench, Measured } from './harness/bench.js';
import { makeHouse, type House } from './harness/house.js';
import { alternate, ratio } from './harness/measure.js';
import { program } from './harness/variant.js';
import type { SheetSettings } from './programs/sheet.js';

const SHEETS = `
  select h.id, encode(s.token_hash, 'hex') as token
    from sheet h join cycle c on c.id = h.cycle_id and c.year = 2020
    join post p on p.unit_id = h.rater_unit_id and p.role = 'unit-head'
    join account a on a.person_id = p.person_id join session s on s.account_id = a.id
   where h.bloc_id = $1 order by h.id limit 16`;

/** Sixteen sheets of a bloc, each with the session of its rater's head. */
async function sheetsOf(house: House): Promise<SheetSettings> {
  const { blocId, provinceId } = await house.bloc(1);
  const { rows } = await house.owner.query<{ id: string; token: string }>(SHEETS, [blocId]);
  return { appUrl: house.appUrl, place: { blocId, provinceId }, sheets: rows };
}

export const bench: Bench = {
  id: 'G4',
  title: 'autosave of a score sheet',
  async measure({ effort }) {
    const house = await makeHouse();
    const settings = await sheetsOf(house);
    const sheet = await program('sheet', 'programs/sheet.ts', settings);
    const insert = await program('insert', 'baselines/insert.mjs', settings);
    const measured: Measured[] = [];
    for (const connections of [1, 16]) {
      const times = await alternate([sheet, insert], connections, effort, () => house.settle());
      measured.push({
        name: `a sheet of 25 values saved, ${connections} at once`,
        ...ratio(times.get('sheet')!, times.get('insert')!),
        bound: 'at most',
        target: 4,
        why: 'A save is two round trips: it asks who acts by which posts, whether the sheet may be written and stands where its journal says, before it writes. Of what the database takes for it (`log_min_duration_statement`) to tell who acts is 0.5 to 0.7 ms, the commit 0.6, the other eight statements 0.6 together; a row that is inserted takes the commit and 0.1. The rules are read with the rest and plans are kept since: it was 6.1 and 11.4.',
        baseline: 'one row inserted under row security, in one round trip',
      });
    }
    await Promise.all([sheet.close(), insert.close()]);
    await house.close();
    return measured;
  },
};
