import { OWN_SCOPES, probing } from '../law/probe.js';
import { abilityFor, may } from '../ability.js';
import type { Actor, Role } from '../actor.js';
import { advance, unmetNeeds } from '../advance.js';
import { fewNames, fill } from '../wording.js';
import { problemWords } from '../words.js';
import { reportFacts } from './report.facts.js';
import { reportMachine } from './report.machine.js';
import { EMPTY_REPORT, REPORT_STATES, type ReportDraft, type ReportFacts } from './report.schema.js';

const whole: ReportDraft = {
  asOf: '2020-12-10',
  leadership: ['Đã làm.'],
  papers: ['Đã làm.'],
  assessment: ['Đã làm.'],
  limitations: ['Đã làm.'],
  causes: ['Đã làm.'],
  directions: ['Đã làm.'],
  bases: ['Đã làm.'],
  closing: 'Hết.',
};
const around = { waitingSections: 0, waitingUnits: fewNames([]), waitingRounds: 0, underSignature: false };
const ready: ReportFacts = reportFacts(whole, around);

describe('the report', () => {
  it('is frozen by the head, and whoever makes its document is told', () =>
    expect(advance(reportMachine, 'draft', ready, { type: 'freeze' })).toEqual({ state: 'frozen', letters: [{ name: 'report-frozen' }] }));

  it('is opened again', () => expect(advance(reportMachine, 'frozen', ready, { type: 'reopen' })).toEqual({ state: 'draft', letters: [] }));

  it.each([
    ['draft', 'freeze', 'a section is not accepted', { waitingSections: 1, waitingUnits: fewNames(['Hội Đông y']) }, 'needs-all-sections'],
    ['draft', 'freeze', 'a part of the head is empty', reportFacts({ ...whole, causes: [] }, around), 'needs-own-parts'],
    ['draft', 'freeze', 'a round is not decided', { waitingRounds: 1 }, 'needs-decided-rounds'],
    ['frozen', 'reopen', 'a document waits for its signature', { underSignature: true }, 'needs-no-signing'],
  ])('%s knows no %s while %s', (state, type, _, facts, code) =>
    expect(() => advance(reportMachine, state, { ...ready, ...facts }, { type })).toThrow(code),
  );

  it.each([
    ['frozen', 'freeze'],
    ['draft', 'reopen'],
  ])('%s knows no %s', (state, type) => expect(() => advance(reportMachine, state, ready, { type })).toThrow('not-in-this-state'));

  it('says everything that is missing at once', () => {
    const facts = reportFacts(EMPTY_REPORT, {
      waitingSections: 2,
      waitingUnits: fewNames(['A', 'B']),
      waitingRounds: 1,
      underSignature: false,
    });
    expect(unmetNeeds(reportMachine, 'draft', facts, { type: 'freeze' }).map(({ code }) => code)).toEqual([
      'needs-all-sections',
      'needs-own-parts',
      'needs-decided-rounds',
    ]);
  });

  it('has the states that its records may have', () => expect(Object.keys(reportMachine.states).sort()).toEqual([...REPORT_STATES].sort()));
});

describe('the head’s own parts', () => {
  it.each<[string, Partial<ReportDraft>, string]>([
    ['the day of the figures', { asOf: null }, 'Số liệu tính đến ngày'],
    ['the last sentence', { closing: ' ' }, 'Lời kết'],
    ['a part whose paragraphs say nothing', { limitations: ['', '  '] }, 'Hạn chế'],
    ['two parts', { causes: [], bases: [] }, 'Căn cứ, Nguyên nhân'],
  ])('lack %s', (_, gap, names) => {
    const { missingParts, missingPartNames } = reportFacts({ ...whole, ...gap }, around);
    expect([missingParts, missingPartNames.vi]).toEqual([names.split(', ').length, names]);
  });

  it('are named in the reader’s language', () => {
    const [need] = unmetNeeds(reportMachine, 'draft', reportFacts({ ...whole, causes: [], asOf: null }, around), { type: 'freeze' });
    const { detail } = problemWords['needs-own-parts'];
    expect(fill(detail, 'vi', need!.filling)).toBe('Phần chung còn thiếu: Số liệu tính đến ngày, Nguyên nhân.');
    expect(fill(detail, 'en', need!.filling)).toBe('Own parts are missing: Figures as of, Causes.');
  });

  it('are whole when each says something', () => expect(ready).toMatchObject({ missingParts: 0, missingPartNames: { vi: '', en: '' } }));
});

describe('who may do what with the report', () => {
  const id = '00000000-0000-4000-8000-000000000009';
  const actor = (role: Role): Actor => ({
    kind: 'person',
    personId: id,
    name: 'Người thử',
    posts: [{ id, role, title: '', provinceId: id, unitId: id, blocId: id, cycleId: id, groupId: null }],
    actingAs: null,
  });
  it.each<[Role, string, string, boolean]>([
    ['bloc-secretary', 'edit', 'draft', true],
    ['bloc-secretary', 'freeze', 'draft', false],
    ['bloc-head', 'edit', 'draft', true],
    ['bloc-head', 'freeze', 'draft', true],
    ['bloc-head', 'reopen', 'frozen', true],
    ['deputy-head', 'read', 'draft', true],
    ['deputy-head', 'freeze', 'draft', false],
    ['records-officer', 'read', 'draft', false],
    ['records-officer', 'read', 'frozen', true],
    ['bloc-member', 'read', 'draft', false],
    ['bloc-member', 'read', 'frozen', true],
    ['council-secretary', 'read', 'frozen', false],
    ['administrator', 'read', 'frozen', false],
  ])('%s: %s while %s is %s', (role, action, state, allowed) =>
    expect(may(abilityFor(actor(role)), action, 'Report', { blocId: id, cycleId: id, state })).toBe(allowed),
  );
});

describe('how far a right on the report reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the secretary writes that of the year', 'bloc-secretary', 'edit', {}, ['blocId', 'cycleId']],
    ['the head of the bloc freezes that of the year', 'bloc-head', 'freeze', {}, ['blocId', 'cycleId']],
    ['the deputy head reads that of the year', 'deputy-head', 'read', {}, ['blocId', 'cycleId']],
    ['the records officer reads it frozen', 'records-officer', 'read', { state: 'frozen' }, ['blocId', 'cycleId', 'state']],
    ['a member reads it frozen', 'bloc-member', 'read', { state: 'frozen' }, ['blocId', 'cycleId', 'state']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Report', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});
