import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { differences } from '../support/differences.js';
import { manifestOf, yearFile } from '../support/year.js';

/*
 * Seven made-up schools in two groups, 1,000 points, two peers each, one flag and one certificate. What must come out was calculated by
 * hand; the way is shown in data/seven.md. Points are in hundredths.
 */
const FILE = yearFile('test/stories/data/seven.json');

/** Code, section I, section II, bonus as counted, penalty as counted, total, rank, with whom it stays tied. */
const RESULTS: readonly [string, number, number, number, number, number, number, string[]][] = [
  ['cong-nghe', 57_500, 37_500, 0, 0, 95_000, 1, ['y-te']],
  ['y-te', 57_500, 37_500, 0, 0, 95_000, 1, ['cong-nghe']],
  ['nong-lam', 56_000, 34_000, 0, 0, 90_000, 3, []],
  ['van-hoa', 54_000, 36_000, 0, 0, 90_000, 4, []],
  ['kinh-te', 51_000, 33_000, 3_000, 2_000, 85_000, 5, ['giao-thong']],
  ['giao-thong', 51_000, 33_000, 3_000, 2_000, 85_000, 5, ['kinh-te']],
  ['du-lich', 47_002, 29_000, 5_000, 10_000, 71_002, 7, []],
];

let year: YearManifest;
beforeAll(async () => {
  year = await manifestOf(FILE);
}, 240_000);

const unit = (code: string) => year.units.find((one) => one.code === code)!;
const official = (code: string, item: string) => unit(code).scores.official.items.find((one) => one.item === item);
const round = (title: string) => year.rounds.find((one) => one.title === title)!;
const candidate = (title: string, code: string) => round(title).candidates.find((one) => one.unit === code)!;

describe('a year of seven schools comes out as it was calculated by hand', () => {
  it.each(RESULTS)(
    '%s: section I %i, section II %i, bonus %i, penalty %i, total %i, rank %i',
    (code, one, two, bonus, penalty, total, rank, tied) => {
      const { totals } = unit(code).scores.official;
      expect(totals).toEqual({ sections: { I: one, II: two }, base: one + two, bonus, penalty, total });
      expect(year.ranking.find((row) => row.unit === code)).toMatchObject({ total, rank, tiedWith: tied });
    },
  );

  it('each stage stands beside the next: the unit’s own points, its two peers, their mean, the leader, the bloc', () => {
    const own = Object.fromEntries(year.units.map(({ code, scores }) => [code, scores.self.totals?.total]));
    expect(own).toEqual({
      'cong-nghe': 97_000,
      'y-te': 97_000,
      'nong-lam': 92_000,
      'van-hoa': 92_500,
      'kinh-te': 87_500,
      'giao-thong': 87_000,
      'du-lich': 75_000,
    });
    expect(year.units.map(({ scores }) => scores.peers.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(unit('van-hoa').scores.peers.map(({ unit: rater, items }) => [rater, items.find(({ item }) => item === 'I.1')!.points])).toEqual(
      [
        ['y-te', 34_500],
        ['nong-lam', 35_500],
      ],
    );
    expect(official('giao-thong', 'I.1')).toEqual({ item: 'I.1', points: 34_500, from: 'leader' });
    expect(official('giao-thong', 'II.2')).toEqual({ item: 'II.2', points: 7_500, from: 'bloc' });
    expect(unit('giao-thong').scores.aggregate).toEqual(
      expect.arrayContaining([
        { item: 'I.1', points: 33_500 },
        { item: 'II.2', points: 7_000 },
      ]),
    );
  });

  it('half a hundredth is rounded up, once', () => expect(official('du-lich', 'I.1')).toMatchObject({ points: 32_002, from: 'peers' }));

  it('one tie is broken at step 2 of the chain, the two others by no step', () => {
    const broken = year.ranking.map(({ unit: code, brokenBy }) => [code, brokenBy]);
    const step = { step: 'higher-section:I', number: 2 };
    expect(Object.fromEntries(broken)).toEqual({
      'cong-nghe': null,
      'y-te': null,
      'nong-lam': { ...step, mine: 56_000, other: 54_000 },
      'van-hoa': { ...step, mine: 54_000, other: 56_000 },
      'kinh-te': null,
      'giao-thong': null,
      'du-lich': null,
    });
  });
});

describe('the meeting of the seven schools', () => {
  it('cannot give the flag to two with equal hands: it waits, and is settled by a run-off', () => {
    expect(['cong-nghe', 'y-te'].map((code) => candidate('flag', code).votes)).toEqual([
      { yes: 5, no: 2, abstain: 0 },
      { yes: 5, no: 1, abstain: 1 },
    ]);
    expect(round('flag')).toMatchObject({
      state: 'decided',
      seats: 1,
      settlement: {
        method: 'run-off',
        units: ['y-te'],
        votes: [
          { unit: 'cong-nghe', yes: 3 },
          { unit: 'y-te', yes: 4 },
        ],
      },
    });
    expect(nominated('flag')).toEqual(['y-te']);
  });

  it('says why a unit is or is not eligible', () => {
    expect(candidate('flag', 'du-lich')).toMatchObject({ eligible: false, reasons: ['Tổng điểm 710,02, dưới mức tối thiểu 750,00.'] });
    expect(candidate('certificate', 'cong-nghe')).toMatchObject({ eligible: true, lower: true, reason: expect.any(String) as string });
    expect(candidate('certificate', 'y-te')).toMatchObject({ eligible: false });
    expect(candidate('certificate', 'kinh-te')).toMatchObject({
      eligible: false,
      reasons: [expect.stringMatching(/^Đăng ký .+, không đăng ký .+\.$/) as string],
    });
  });

  it('gives the certificate to the one with most hands of those who pass', () => {
    expect(nominated('certificate')).toEqual(['nong-lam']);
    expect(candidate('certificate', 'van-hoa')).toMatchObject({ nominated: false, votes: { yes: 3, no: 3, abstain: 1 } });
  });

  const nominated = (title: string) => round(title).candidates.flatMap((one) => (one.nominated ? [one.unit] : []));
});

it('the year closes with its papers sent to council, board and seven schools', () => {
  expect(year.state).toBe('closed');
  expect(year.documents.map(({ type, state }) => [type, state])).toEqual(
    expect.arrayContaining([
      ['BC', 'issued'],
      ['BB', 'issued'],
      ['TTr', 'issued'],
    ]),
  );
  expect(year.dispatch!.deliveries).toHaveLength(9);
  expect(year.dispatch).toMatchObject({ accepted: 9, refused: 0 });
});

const BELOW: [unknown, unknown] = ['Tổng điểm 710,02, dưới mức tối thiểu 750,00.', 'Tổng điểm 710,03, dưới mức tối thiểu 750,00.'];

/** What one changed score of one peer changes in the manifest, calculated by hand: place → [before, after]. */
const CHANGES: readonly [string, [rater: string, rated: string, item: string, points: number], Record<string, [unknown, unknown]>][] = [
  [
    'y-te gives van-hoa 290 instead of 280 for II.1: van-hoa rises to 905 and is 3rd, and no step was needed any more',
    ['y-te', 'van-hoa', 'II.1', 29_000],
    {
      '/units/van-hoa/scores/peers/y-te/items/II.1/points': [28_000, 29_000],
      '/units/van-hoa/scores/peers/y-te/total': [89_500, 90_500],
      '/units/van-hoa/scores/aggregate/II.1/points': [28_000, 28_500],
      '/units/van-hoa/scores/official/items/II.1/points': [28_000, 28_500],
      ...total('van-hoa', 'II', [36_000, 36_500], [90_000, 90_500]),
      ...rankOf('van-hoa', [4, 3]),
      ...rankOf('nong-lam', [3, 4]),
      ...unbroken('van-hoa', 54_000, 56_000),
      ...unbroken('nong-lam', 56_000, 54_000),
    },
  ],
  [
    'kinh-te gives du-lich 320.03 instead of 320.01 for I.1: the mean 320.025 is 320.03',
    ['kinh-te', 'du-lich', 'I.1', 32_003],
    {
      '/units/du-lich/scores/peers/kinh-te/items/I.1/points': [32_001, 32_003],
      '/units/du-lich/scores/peers/kinh-te/total': [71_001, 71_003],
      '/units/du-lich/scores/aggregate/I.1/points': [32_002, 32_003],
      '/units/du-lich/scores/official/items/I.1/points': [32_002, 32_003],
      ...total('du-lich', 'I', [47_002, 47_003], [71_002, 71_003], [76_002, 76_003]),
      // For the flag that is the only reason; for the certificate the lower title stands before it.
      '/rounds/flag/candidates/du-lich/reasons/0': BELOW,
      '/rounds/certificate/candidates/du-lich/reasons/1': BELOW,
    },
  ],
  [
    'du-lich gives giao-thong 72 instead of 70 for II.2: the bloc’s 75 stands',
    ['du-lich', 'giao-thong', 'II.2', 7_200],
    {
      '/units/giao-thong/scores/peers/du-lich/items/II.2/points': [7_000, 7_200],
      '/units/giao-thong/scores/peers/du-lich/total': [84_000, 84_200],
      '/units/giao-thong/scores/aggregate/II.2/points': [7_000, 7_100],
    },
  ],
  [
    'van-hoa gives y-te 87 instead of 85 for II.2: y-te is first alone, and the hands are equal all the same',
    ['van-hoa', 'y-te', 'II.2', 8_700],
    {
      '/units/y-te/scores/peers/van-hoa/items/II.2/points': [8_500, 8_700],
      '/units/y-te/scores/peers/van-hoa/total': [94_000, 94_200],
      '/units/y-te/scores/aggregate/II.2/points': [9_000, 9_100],
      '/units/y-te/scores/official/items/II.2/points': [9_000, 9_100],
      ...total('y-te', 'II', [37_500, 37_600], [95_000, 95_100]),
      ...rankOf('cong-nghe', [1, 2]),
      '/ranking/y-te/tiedWith': [undefined, '[]'],
      '/ranking/y-te/tiedWith/0': ['cong-nghe', undefined],
      '/ranking/cong-nghe/tiedWith': [undefined, '[]'],
      '/ranking/cong-nghe/tiedWith/0': ['y-te', undefined],
    },
  ],
];

type Change = [unknown, unknown];

/** A unit's total by a section, wherever it stands. */
function total(code: string, section: string, sum: Change, all: Change, base: Change = all): Record<string, Change> {
  return {
    [`/units/${code}/scores/official/totals/sections/${section}`]: sum,
    [`/units/${code}/scores/official/totals/base`]: base,
    [`/units/${code}/scores/official/totals/total`]: all,
    [`/ranking/${code}/sections/${section}`]: sum,
    [`/ranking/${code}/base`]: base,
    [`/ranking/${code}/total`]: all,
    [`/rounds/flag/candidates/${code}/total`]: all,
    [`/rounds/certificate/candidates/${code}/total`]: all,
  };
}

/** A unit's rank, wherever it stands. */
function rankOf(code: string, ranks: Change): Record<string, Change> {
  return {
    [`/ranking/${code}/rank`]: ranks,
    [`/rounds/flag/candidates/${code}/rank`]: ranks,
    [`/rounds/certificate/candidates/${code}/rank`]: ranks,
  };
}

/** A tie that a step had to break is none any more. */
function unbroken(code: string, mine: number, other: number): Record<string, Change> {
  return {
    [`/ranking/${code}/brokenBy`]: [undefined, null],
    [`/ranking/${code}/brokenBy/step`]: ['higher-section:I', undefined],
    [`/ranking/${code}/brokenBy/number`]: [2, undefined],
    [`/ranking/${code}/brokenBy/mine`]: [mine, undefined],
    [`/ranking/${code}/brokenBy/other`]: [other, undefined],
  };
}

/** The file with one score of one peer changed. */
function withScore(rater: string, rated: string, item: string, points: number): YearFile {
  const file = structuredClone(FILE);
  const sheet = file.sheets.find((one) => one.rater === rater && one.rated === rated)!;
  for (const act of sheet.acts) if (act.type === 'edit') act.scores.find((one) => one.item === item)!.points = points;
  return file;
}

/** The manifest without what is not calculated: the bytes of signed files, which no two runs share, and how many pages the text fills. */
const comparable = (manifest: YearManifest) => ({
  ...manifest,
  documents: manifest.documents.map((one) => ({ ...one, sha256: '', pages: 0 })),
});

describe('one score of one peer changes the manifest exactly as calculated, and nothing else', () => {
  it.each(CHANGES)(
    '%s',
    async (_, change, expected) => {
      const changed = await manifestOf(withScore(...change));
      expect(differences(comparable(year), comparable(changed))).toEqual(expected);
    },
    240_000,
  );

  it('and what is not changed comes out the same', async () => {
    expect(differences(comparable(year), comparable(await manifestOf(FILE)))).toEqual({});
  }, 240_000);
});
