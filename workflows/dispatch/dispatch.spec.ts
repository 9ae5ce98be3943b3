import { OWN_SCOPES, probing } from '../law/probe.js';
import { abilityFor, may } from '../ability.js';
import { BEARER, type Actor, type Post, type Role } from '../actor.js';
import { advance, unmetNeeds } from '../advance.js';
import { dispatchFacts, linesOfPapers, papersFor, papersToSend, type DispatchSurroundings, type NewestPaper } from './dispatch.facts.js';
import { dispatchLetters } from './dispatch.letters.js';
import { dispatchMachine } from './dispatch.machine.js';
import { DISPATCH_STATES, type DispatchFacts } from './dispatch.schema.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const unit = { kind: 'unit', unitId: id(1), name: 'Hội U1', address: 'u1@khoi.example' } as const;
const ready: DispatchFacts = {
  unissuedPapers: '',
  newPapers: 3,
  recipients: [unit],
  withoutAddress: '',
  undelivered: [],
  undeliveredNames: '',
};

describe('a dispatch', () => {
  it.each([
    ['a paper is not issued', { unissuedPapers: 'Tờ trình', newPapers: 2 }, ['needs-all-issued']],
    ['no paper is issued', { unissuedPapers: 'Báo cáo, Biên bản, Tờ trình', newPapers: 0 }, ['needs-all-issued']],
    ['all papers were sent before', { newPapers: 0 }, ['needs-new-papers']],
    ['a recipient has no address', { withoutAddress: 'Hội U2' }, ['needs-addresses']],
    ['its lines mean nobody', { recipients: [] }, ['needs-addresses']],
    ['nothing is ready', { unissuedPapers: 'Tờ trình', withoutAddress: 'Hội U2' }, ['needs-all-issued', 'needs-addresses']],
  ])('is not sent while %s', (_, facts, needs) => {
    expect(unmetNeeds(dispatchMachine, 'draft', { ...ready, ...facts }, { type: 'send' }).map(({ code }) => code)).toEqual(needs);
    expect(() => advance(dispatchMachine, 'draft', { ...ready, ...facts }, { type: 'send' })).toThrow(needs[0]);
  });

  it('is sent once', () => {
    expect(advance(dispatchMachine, 'draft', ready, { type: 'send' })).toEqual({ state: 'sent', letters: [] });
    expect(() => advance(dispatchMachine, 'sent', ready, { type: 'send' })).toThrow('not-in-this-state');
  });

  const resend = { type: 'resend', receiptId: id(2), address: 'dung@khoi.example', reason: 'Địa chỉ cũ đã bỏ.' };
  it.each<[string, string[], object, boolean]>([
    ['a letter that came back', [id(2)], resend, true],
    ['a letter that arrived', [id(3)], resend, false],
    ['any letter, when one came back', [id(3)], { type: 'resend' }, true],
    ['any letter, when none came back', [], { type: 'resend' }, false],
  ])('lets %s be sent again: %#', (_, undelivered, event, allowed) => {
    const needs = unmetNeeds(dispatchMachine, 'sent', { ...ready, undelivered }, event as { type: string });
    expect(needs.map(({ code }) => code)).toEqual(allowed ? [] : ['needs-undelivered-letter']);
  });

  it('has the states that its records may have', () =>
    expect(Object.keys(dispatchMachine.states).sort()).toEqual([...DISPATCH_STATES].sort()));
});

const issued = (n: number, type: NewestPaper['type'], more: Partial<NewestPaper> = {}): NewestPaper => ({
  id: id(n),
  type,
  state: 'issued',
  title: `Văn bản ${n}`,
  number: n,
  symbol: `${type}-KTĐT`,
  day: '2020-12-15',
  sha256: 'f'.repeat(64),
  replaces: null,
  councilOnly: false,
  lines: [],
  ...more,
});
const around: DispatchSurroundings = {
  newest: [issued(3, 'TTr'), issued(1, 'BC'), issued(2, 'BB')],
  carried: [],
  book: {
    council: { name: 'Hội đồng', email: 'hoi-dong@tinh.example' },
    board: { name: 'Ban', email: 'ban@tinh.example' },
    members: [{ unitId: id(1), name: 'Hội U1', email: null, blocRole: null }],
  },
  letters: [],
};
const draft = { state: 'draft', lines: [{ to: 'members', text: 'Các đơn vị' }] } as const;

describe('the papers of a dispatch', () => {
  it('are report, minutes and letter of submission, in this order', () =>
    expect(papersToSend(around).map(({ number }) => number)).toEqual(['01/BC-KTĐT', '02/BB-KTĐT', '03/TTr-KTĐT']));

  it('say which paper they replace, by its number', () => {
    const replacement = issued(4, 'BC', { replaces: { number: 12, symbol: 'BC-KTĐT' } });
    expect(papersToSend({ newest: [replacement], carried: [] })).toMatchObject([{ number: '04/BC-KTĐT', replaces: '12/BC-KTĐT' }]);
  });

  it.each<[string, Partial<DispatchSurroundings>, string, number]>([
    ['one that is not made', { newest: [issued(1, 'BC'), issued(2, 'BB')] }, 'Tờ trình', 2],
    ['one that is only signed', { newest: [issued(1, 'BC'), issued(2, 'BB'), issued(3, 'TTr', { state: 'signed' })] }, 'Tờ trình', 2],
    ['a replacement under way', { newest: [issued(4, 'BC', { state: 'draft' }), issued(2, 'BB'), issued(3, 'TTr')] }, 'Báo cáo', 2],
    ['after they were sent', { carried: [id(1), id(2), id(3)] }, '', 0],
    [
      'a replacement after they were sent',
      { newest: [issued(4, 'BC'), issued(2, 'BB'), issued(3, 'TTr')], carried: [id(1), id(2), id(3)] },
      '',
      1,
    ],
  ])('with %s', (_, change, unissued, papers) => {
    expect(dispatchFacts(draft, { ...around, ...change })).toMatchObject({ unissuedPapers: unissued, newPapers: papers });
  });

  it('say whom the dispatch means; what was sent before says nothing more', () => {
    const line = (to: 'council' | 'board', text: string) => ({ to, text });
    const newest = [
      issued(2, 'BB', { lines: [line('council', 'Hội đồng')] }),
      issued(1, 'BC', { lines: [line('council', 'Như trên')] }),
      issued(3, 'TTr', { lines: [line('board', 'Ban')] }),
    ];
    expect(linesOfPapers({ newest, carried: [] })).toEqual([line('council', 'Như trên'), line('board', 'Ban')]);
    expect(linesOfPapers({ newest, carried: [id(1), id(3)] })).toEqual([line('council', 'Hội đồng')]);
  });

  it('go to whom they are for: minutes with single peers’ marks to council and board alone', () => {
    const papers = papersToSend({ ...around, newest: [issued(1, 'BC'), issued(2, 'BB', { councilOnly: true })] });
    const numbers = (kind: 'council' | 'board' | 'unit') => papersFor(kind, papers).map(({ number }) => number);
    expect([numbers('council'), numbers('board'), numbers('unit')]).toEqual([
      ['01/BC-KTĐT', '02/BB-KTĐT'],
      ['01/BC-KTĐT', '02/BB-KTĐT'],
      ['01/BC-KTĐT'],
    ]);
  });

  it('bring no letter to whom none of them is for', () => {
    const lines = [{ to: 'council', text: 'Hội đồng' }, { to: 'members', text: 'Các đơn vị' }] as const; // prettier-ignore
    const replaced = {
      ...around,
      newest: [issued(1, 'BC'), issued(4, 'BB', { councilOnly: true }), issued(3, 'TTr')],
      carried: [id(1), id(3)],
    };
    expect(dispatchFacts({ state: 'draft', lines }, replaced).recipients.map(({ kind }) => kind)).toEqual(['council']);
    expect(dispatchFacts({ state: 'draft', lines }, around).recipients.map(({ kind }) => kind)).toEqual(['council', 'unit']);
  });

  it('wait for the addresses of all recipients, by name', () =>
    expect(dispatchFacts(draft, around)).toMatchObject({ withoutAddress: 'Hội U1', recipients: [{ name: 'Hội U1', address: null }] }));
});

describe('the letters of a sent dispatch', () => {
  const letter = (letterState: 'accepted' | 'refused' | 'failed' | 'queued', receiptState: 'waiting' | 'confirmed' = 'waiting') => ({
    ...unit,
    receiptId: id(7),
    letterState,
    receiptState,
  });
  it.each([
    ['was refused', letter('refused'), [id(7)]],
    ['could not be sent', letter('failed'), [id(7)]],
    ['is on its way', letter('queued'), []],
    ['arrived', letter('accepted'), []],
    ['was refused by one who confirmed all the same', letter('refused', 'confirmed'), []],
  ])('one that %s', (_, sent, undelivered) => {
    const facts = dispatchFacts({ state: 'sent', lines: [] }, { ...around, letters: [sent] });
    expect(facts).toMatchObject({ undelivered, undeliveredNames: undelivered.length > 0 ? 'Hội U1' : '', recipients: [unit] });
  });
});

const post = (role: Role, scopes: Partial<Post> = {}): Post => ({
  id: id(9),
  role,
  title: '',
  provinceId: id(1),
  unitId: null,
  blocId: null,
  cycleId: null,
  groupId: null,
  ...scopes,
});
const person = (...posts: Post[]): Actor => ({ kind: 'person', personId: id(8), name: 'Người', posts, actingAs: null });
const inYear = { blocId: id(2), cycleId: id(3) };
const dispatch = { ...inYear, provinceId: id(1), state: 'sent' };
const receiptOf = (kind: 'council' | 'board' | 'unit') => ({ ...inYear, provinceId: id(1), kind, unitId: kind === 'unit' ? id(4) : null });

describe('who may do what', () => {
  it.each<[Role, Partial<Post>, string, object, boolean]>([
    ['records-officer', inYear, 'create', dispatch, true],
    ['records-officer', inYear, 'send', dispatch, true],
    ['records-officer', inYear, 'resend', dispatch, true],
    ['records-officer', { ...inYear, cycleId: id(5) }, 'read', dispatch, false],
    ['bloc-secretary', inYear, 'read', dispatch, true],
    ['bloc-secretary', inYear, 'send', dispatch, false],
    ['bloc-head', inYear, 'read', dispatch, true],
    ['bloc-head', inYear, 'send', dispatch, false],
    ['deputy-head', inYear, 'read', dispatch, true],
    ['bloc-member', inYear, 'read', dispatch, false],
    ['council-secretary', {}, 'read', dispatch, true],
    ['council-secretary', {}, 'read', { ...dispatch, state: 'draft' }, false],
    ['council-secretary', { provinceId: id(6) }, 'read', dispatch, false],
    ['council-member', {}, 'read', dispatch, true],
    ['administrator', {}, 'read', dispatch, false],
    ['observer', inYear, 'read', dispatch, false],
  ])('with a dispatch: %s %o: %s', (role, scopes, action, record, allowed) =>
    expect(may(abilityFor(person(post(role, scopes))), action, 'Dispatch', record)).toBe(allowed),
  );

  it.each<[Role, Partial<Post>, string, 'council' | 'board' | 'unit', boolean]>([
    ['unit-head', { unitId: id(4) }, 'confirm', 'unit', true],
    ['unit-officer', { unitId: id(4) }, 'confirm', 'unit', true],
    ['unit-head', { unitId: id(5) }, 'read', 'unit', false],
    ['council-secretary', {}, 'confirm', 'board', true],
    ['council-secretary', {}, 'confirm', 'council', true],
    ['council-secretary', {}, 'read', 'unit', false],
    ['council-secretary', { provinceId: id(6) }, 'read', 'board', false],
    ['council-member', {}, 'read', 'board', true],
    ['council-member', {}, 'confirm', 'board', false],
    ['records-officer', inYear, 'read', 'unit', true],
    ['records-officer', inYear, 'confirm', 'unit', false],
    ['administrator', {}, 'read', 'unit', false],
  ])('with a receipt: %s %o: %s of the %s', (role, scopes, action, kind, allowed) =>
    expect(may(abilityFor(person(post(role, scopes))), action, 'Receipt', receiptOf(kind))).toBe(allowed),
  );

  it('the bearer of a link reads and confirms a receipt, and nothing else', () => {
    const rights = abilityFor(BEARER);
    expect(['read', 'confirm'].map((action) => may(rights, action, 'Receipt', receiptOf('unit')))).toEqual([true, true]);
    expect(rights.rules.map(({ subject }) => subject)).toEqual(['Receipt']);
  });
});

describe('the letter of a dispatch', () => {
  const textTo = (kind: string) =>
    dispatchLetters['dispatch-sent']!.write({ kind, bloc: 'Khối', year: '2020', papers: '- Báo cáo' }, 'vi').paragraphs.join(' ');
  it('asks the standing body alone for its incoming number and date', () => {
    expect(textTo('board')).toContain('ghi số đến, ngày đến');
    for (const kind of ['unit', 'council']) expect(textTo(kind)).not.toContain('số đến');
  });
});

describe('how far a right on what was sent reaches', () => {
  it.each<[string, Role, string, string, object, string[]]>([
    ['the records officer sends those of the year', 'records-officer', 'send', 'Dispatch', { state: 'draft' }, ['blocId', 'cycleId']],
    ['the records officer follows the receipts of the year', 'records-officer', 'read', 'Receipt', {}, ['blocId', 'cycleId']],
    ['the secretary reads the dispatches of the year', 'bloc-secretary', 'read', 'Dispatch', {}, ['blocId', 'cycleId']],
    ['the secretary follows the receipts of the year', 'bloc-secretary', 'read', 'Receipt', {}, ['blocId', 'cycleId']],
    ['the head of the bloc reads the dispatches of the year', 'bloc-head', 'read', 'Dispatch', {}, ['blocId', 'cycleId']],
    ['the head of the bloc follows the receipts of the year', 'bloc-head', 'read', 'Receipt', {}, ['blocId', 'cycleId']],
    ['the deputy head reads the dispatches of the year', 'deputy-head', 'read', 'Dispatch', {}, ['blocId', 'cycleId']],
    ['the deputy head follows the receipts of the year', 'deputy-head', 'read', 'Receipt', {}, ['blocId', 'cycleId']],
    ['a unit’s head confirms what the own unit got', 'unit-head', 'confirm', 'Receipt', { kind: 'unit' }, ['unitId']],
    ['a unit’s officer confirms what the own unit got', 'unit-officer', 'confirm', 'Receipt', { kind: 'unit' }, ['unitId']],
    [
      'the council secretary confirms for the council of the province',
      'council-secretary',
      'confirm',
      'Receipt',
      { kind: 'council' },
      ['provinceId', 'kind'],
    ],
    [
      'a council member sees the receipt of the province’s standing body',
      'council-member',
      'read',
      'Receipt',
      { kind: 'board' },
      ['provinceId', 'kind'],
    ],
    [
      'the council secretary reads what was sent in the province',
      'council-secretary',
      'read',
      'Dispatch',
      { state: 'sent' },
      ['provinceId', 'state'],
    ],
    ['the council secretary opens the page of the own council', 'council-secretary', 'read', 'Council', {}, ['provinceId']],
    [
      'a council member reads what was sent in the province',
      'council-member',
      'read',
      'Dispatch',
      { state: 'sent' },
      ['provinceId', 'state'],
    ],
    ['a council member opens the page of the own council', 'council-member', 'read', 'Council', {}, ['provinceId']],
  ])('%s, and no further', (_, role, action, kind, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, kind, { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});
