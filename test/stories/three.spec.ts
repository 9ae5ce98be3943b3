import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { smallYear } from '../support/small-year.js';
import { manifestOf, yearFile } from '../support/year.js';

/* What must come out was calculated by hand; the way is shown in data/three.md. Points are in hundredths. */
describe('a bloc of three units without groups, deputy head and peers', () => {
  let year: YearManifest;
  beforeAll(async () => {
    year = await manifestOf(yearFile('test/stories/data/three.json'));
  }, 240_000);

  it.each([
    ['bao-tang', 9_300, 500, 0, 9_800, 1],
    ['thu-vien', 9_400, 0, 0, 9_400, 2],
    ['trung-tam-van-hoa', 9_300, 0, 100, 9_200, 3],
  ])('%s: base %i, bonus %i, penalty %i, total %i, rank %i', (code, base, bonus, penalty, total, rank) => {
    expect(year.ranking.find((row) => row.unit === code)).toMatchObject({ base, bonus, penalty, total, rank });
  });

  it('has no peer sheets: the unit’s own points stand unless the secretary or the head’s unit differs', () => {
    expect(year.units.flatMap(({ scores }) => [...scores.peers, ...scores.aggregate])).toEqual([]);
    const from = (code: string, item: string) =>
      year.units.find((one) => one.code === code)!.scores.official.items.find((one) => one.item === item);
    expect(from('bao-tang', 'I.1')).toMatchObject({ points: 6_600, from: 'leader' });
    expect(from('trung-tam-van-hoa', 'VI.1')).toMatchObject({ points: 100, from: 'bloc' });
  });

  it('nominates by consent whoever registered, and sends its papers to council, board and three units', () => {
    const [round] = year.rounds;
    expect(round!.candidates.filter(({ nominated }) => nominated).map(({ unit }) => unit)).toEqual(['bao-tang']);
    expect(round!.candidates.filter(({ eligible }) => eligible).map(({ unit }) => unit)).toEqual(['bao-tang', 'trung-tam-van-hoa']);
    expect(year.dispatch).toMatchObject({ accepted: 5, refused: 0 });
  });
});

describe('a bloc without groups in which each unit scores one other', () => {
  it('plays to its end', async () => {
    const year = await manifestOf(smallYear({ groups: [], peers: { mode: 'assigned', k: 1 } }));
    expect(year.units.map(({ scores }) => scores.peers.map(({ unit }) => unit))).toEqual([['u6'], ['u1'], ['u2'], ['u3'], ['u4'], ['u5']]);
    expect(year.dispatch).toMatchObject({ accepted: 8 });
  }, 240_000);
});
