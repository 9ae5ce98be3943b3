import { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { inOneLine, judge, needsJudges } from '../support/judges.js';
import { runYear, yearFile, type Run } from '../support/year.js';

/*
 * The bloc of 2020 as the real report tells it: ten associations registered for the flag, four for the certificate, four for a level of
 * completion; two were nominated for the flag and three for the certificate. Sources: api/data/2020.json, `source`.
 */
const FILE = yearFile('api/data/2020.json');
const FLAGS = ['hoi-nan-nhan-da-cam', 'hoi-nha-bao'];
/** How the report writes that a figure is not exact. */
const QUALIFIERS = { exact: '', over: 'trên ', nearly: 'gần ', about: 'khoảng ' } as const;
const CERTIFICATES = ['hoi-van-hoc-nghe-thuat', 'hoi-cuu-tnxp', 'hoi-dong-y'];

let run: Run;
let year: YearManifest;
beforeAll(async () => {
  run = await runYear(FILE);
  if (run.code !== 0) throw new Error(run.said);
  year = YearManifest.parse(JSON.parse(readFileSync(join(run.out, 'manifest.json'), 'utf8')));
}, 480_000);
afterAll(() => run.remove());

const nominated = (title: string) =>
  year.rounds.find((round) => round.title === title)!.candidates.flatMap((candidate) => (candidate.nominated ? [candidate.unit] : []));

describe('npm run year plays the year 2020 of 18 associations from registration to receipt', () => {
  it('shows how far it is, and says where it wrote what came out', () => {
    expect(run.said).toMatch(/\[█+░*\] \d+\/\d+ \d\d\/\d\d\/2020 /);
    expect(run.said).toContain(run.out);
  });

  it('18 associations register: 10 for the flag, 4 for the certificate, 4 for a level of completion, all accepted', () => {
    expect(year.units.map(({ registration }) => registration.state)).toEqual(Array.from({ length: 18 }, () => 'accepted'));
    const aims = year.units.map(
      ({ registration }) => `${registration.aim!.kind} ${registration.aim!.kind === 'title' ? registration.aim!.code : ''}`,
    );
    const count = (aim: string) => aims.filter((one) => one.trim() === aim).length;
    expect([count('title flag'), count('title certificate'), count('level')]).toEqual([10, 4, 4]);
  });

  it('all of them have points at every stage, and every one a rank', () => {
    for (const { scores } of year.units) {
      expect(scores.state).toBe('verified');
      expect(scores.self.totals).not.toBeNull();
      expect(scores.peers.length).toBeGreaterThanOrEqual(3);
      expect(scores.official.totals).not.toBeNull();
    }
    expect(year.ranking.map(({ rank }) => rank)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
  });

  it('the meeting agrees on 2 flags and 3 certificates as in the real report, a lower title with its reason', () => {
    expect(nominated('flag').sort()).toEqual([...FLAGS].sort());
    expect(nominated('certificate').sort()).toEqual([...CERTIFICATES].sort());
    const lower = year.rounds
      .find(({ title }) => title === 'certificate')!
      .candidates.find(({ unit }) => unit === 'hoi-van-hoc-nghe-thuat');
    expect(lower).toMatchObject({ lower: true, reason: expect.stringMatching(/.{10}/) as string });
  });

  it('report, minutes and letter of submission bear their numbers and days of December 2020, and are signed', () => {
    expect(year.documents.map(({ type }) => type).sort()).toEqual(['BB', 'BC', 'TTr']);
    for (const { type, number, day, state, signature, pages } of year.documents) {
      expect(number).toMatch(new RegExp(`^\\d{2,}/${type}-`));
      expect(day).toMatch(/^2020-12-/);
      expect(state).toBe('issued');
      expect(signature).toMatchObject({ valid: true, wholeDocument: true, development: true });
      expect(pages).toBeGreaterThan(0);
    }
  });

  it('their files are the bytes that the manifest names', () => {
    expect(readdirSync(join(run.out, 'documents'))).toHaveLength(3);
    for (const { file, sha256 } of year.documents) {
      const bytes = readFileSync(join(run.out, file));
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('the papers go to council, board and 18 associations, head and deputy not twice: exactly 20 letters', () => {
    const { deliveries } = year.dispatch!;
    expect(new Set(deliveries.map(({ address }) => address)).size).toBe(20);
    expect(deliveries.map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'accepted'));
    expect(deliveries.map(({ kind }) => kind).sort()).toEqual(['board', 'council', ...Array.from({ length: 18 }, () => 'unit')]);
    const board = deliveries.find(({ kind }) => kind === 'board')!;
    expect(board).toMatchObject({
      confirmed: true,
      incomingNumber: expect.any(String) as string,
      incomingDate: expect.stringMatching(/^2020-/) as string,
    });
  });

  it('the mailbox holds every letter as it came, the papers in those of the dispatch', async () => {
    const files = readdirSync(join(run.out, 'mail'));
    expect(files).toHaveLength(year.letters);
    const council = FILE.province.council.email;
    const letters = await Promise.all(
      files.filter((name) => name.includes(council)).map((name) => PostalMime.parse(readFileSync(join(run.out, 'mail', name)))),
    );
    expect(letters.map(({ attachments }) => attachments.map(({ mimeType }) => mimeType))).toContainEqual(
      Array.from({ length: 3 }, () => 'application/pdf'),
    );
  });

  it('the journal names at least 40 different people', () => {
    expect(year.journal.people).toBeGreaterThanOrEqual(40);
    expect(year.journal.kinds).toMatchObject({ Registration: expect.any(Number) as number, Sheet: expect.any(Number) as number });
    expect(Object.values(year.journal.kinds).reduce((sum, entries) => sum + entries, 0)).toBe(year.journal.entries);
  });

  it('what is invented is said with it', () => expect(year.invented).toEqual(FILE.invented.map(({ sentence }) => sentence)));
});

describe('to programs of others, the papers of 2020', () => {
  const paths = () => year.documents.map(({ file }) => join(run.out, file));
  const pathOf = (type: string) => join(run.out, year.documents.find((paper) => paper.type === type)!.file);
  const textOf = (type: string) => judge('pdftotext', pathOf(type), '-').text;

  needsJudges(['qpdf'], 'are files without fault', () => {
    for (const path of paths()) expect(judge('qpdf', '--check', path)).toMatchObject({ status: 0, errors: '' });
  });

  needsJudges(['pdfsig'], 'bear one signature of the bloc’s head that is valid and covers the whole document', () => {
    for (const path of paths()) {
      const { text } = judge('pdfsig', path);
      expect(text.match(/Signature #\d+:/g)).toHaveLength(1);
      for (const part of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached']) expect(text).toContain(part);
    }
  });

  needsJudges(['pdftotext'], 'name all 18 associations, with every figure of their sections in the report', () => {
    for (const type of ['BC', 'BB']) {
      const text = inOneLine(textOf(type));
      for (const { names } of FILE.units) expect(text).toContain(names.at(-1)!.name);
    }
    // Cells in the order in which they are written: a row reads label, unit, figure; below ten with a leading zero.
    const report = inOneLine(judge('pdftotext', '-raw', pathOf('BC'), '-').text);
    const figures = FILE.sections.flatMap(({ acts }) => acts.flatMap((act) => (act.type === 'edit' ? act.indicators : [])));
    expect(figures.length).toBeGreaterThan(300);
    for (const { label, unit, value, qualifier, outOf } of figures) {
      const figure = `${value.toLocaleString('vi-VN')}${outOf === undefined ? '' : `/${outOf}`} `;
      const rows = ['', '0'].map((zero) => `${label} ${unit} ${QUALIFIERS[qualifier]}${zero}${figure}`);
      if (!rows.some((row) => report.includes(row))) throw new Error(`The report has no row “${rows[0]}”.`);
    }
  });

  needsJudges(['pdftotext'], 'can be searched and copied: composed letters, none from a private area', () => {
    for (const type of ['BC', 'BB', 'TTr']) {
      const text = textOf(type);
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toMatch(/[\ue000-\uf8ff\ufffd]/);
      expect(text).toContain('BẢN MẪU');
    }
  });

  needsJudges(['pdffonts', 'pdfinfo'], 'carry their fonts as embedded subsets, and are tagged', () => {
    for (const path of paths()) {
      const fonts = judge('pdffonts', path).text.trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/);
      expect(judge('pdfinfo', path).text).toMatch(/Tagged: +yes/);
    }
  });
});
