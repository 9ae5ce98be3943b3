import fc from 'fast-check';
import { ROUND_FACTS, ROUND_PAYLOADS, ROUND_ROWS } from './nomination/round.model.js';
import { ways, type Holds, type Row } from './way.model.js';
import { fewNames, said } from './wording.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- facts and events of every kind stand in one table; the walks make them of its own arbitraries */
const open = { 'needs-open-registration': (f: any) => f.cycleOpen };
const written = {
  ...open,
  'needs-aim': (f: any) => f.aimKnown,
  'needs-targets': (f: any) => f.targets >= 1,
  'needs-planned-evidence': (f: any) => f.targetsWithoutEvidence < 1,
};
const whole = { 'needs-all-items': (f: any) => f.lacking < 1, 'needs-evidence': (f: any) => f.withoutEvidence < 1 };
const gone = { 'needs-unit-gone': (f: any) => f.gone };
const unreminded = { 'needs-day-since-reminder': (f: any) => !f.remindedToday };
const sealed = (f: any): boolean => f.sheets >= 1 && !f.deadlinePassed;
/** The marks of a judgement that differ from what stood before, each explained at length. */
const explained: Holds = (f, e) =>
  (e.scores ?? [])
    .filter((mark: any) => mark.points !== f.before[mark.item])
    .every((mark: any) => String(mark.reason ?? '').length >= f.reasonMinimum);
const judged: Holds = (f, e) =>
  !e.scores || f.unscored.filter((item: string) => !e.scores.map((mark: any) => mark.item).includes(item)).length === 0;
const taking = { 'needs-taking-part': (f: any) => f.takingPart, 'needs-sealed-scores': (f: any) => f.stillTaken };
const posts = { 'needs-ended-posts': (f: any) => f.openPosts < 1 };
const yours = { 'needs-posts-of-yours': (f: any) => f.postsAbove < 1 };
const report = { 'needs-open-report': (f: any) => f.reportOpen };
const text = { ...report, 'needs-text': (f: any) => f.paragraphs >= 1, 'needs-single-indicators': (f: any) => !f.repeatedKeys };
const proposing = {
  'needs-frozen-report': (f: any) => f.reportFrozen,
  'needs-decided-rounds': (f: any) => f.waitingRounds < 1,
  'needs-signed-papers': (f: any) => !f.unsignedPapers,
  'needs-current-content': (f: any) => f.contentCurrent,
};
const current = { 'needs-current-content': (f: any) => f.contentCurrent };
const ownPen = { 'needs-no-delegation': (f: any) => !f.delegate };

/** Every machine as its documents tell it (domain.md 2 to 8), in plain tables that know nothing of the machines. */
export const MODEL: Readonly<Record<string, readonly Row[]>> = {
  province: ways('active', { revise: 'active' }),
  bloc: ways('active', { revise: 'active', 'address-checkpoints': 'active' }),
  unit: [
    ...ways('active', { rename: 'active', readdress: 'active', split: 'active', transfer: 'active' }),
    ...ways('active', { merge: ['ended', posts], divide: ['ended', posts], depart: ['ended', posts], dissolve: ['ended', posts] }),
    ...ways('ended', { restore: ['active', { 'needs-unused-ending': (f: any) => !f.yearsWithout }] }),
  ],
  person: [
    ...ways('active', {
      rename: ['active', yours],
      readdress: ['active', yours],
      'give-post': ['active', yours],
      'end-post': ['active', yours],
    }),
    ...ways('active', { invite: ['active', { ...yours, 'needs-no-password-yet': (f: any) => !f.signedIn }], leave: ['left', yours] }),
    ...ways('left', { rejoin: ['active', yours], erase: 'erased' }),
  ],
  substitution: ways('given', { end: ['ended', { 'needs-running-substitution': (f: any) => !f.over }] }),
  cycle: [
    ...ways('draft', { open: ['open', { 'needs-members': (f: any) => f.members > 2, 'needs-sound-rules': (f: any) => f.faults < 1 }] }),
    ...ways('open', { compile: ['compiled', { 'needs-all-registrations': (f: any) => f.waitingRegistrations < 1 }] }),
    ...ways('compiled', {
      close: [
        'closed',
        {
          'needs-issued-papers': (f: any) => f.openDocuments < 1,
          'needs-sent-papers': (f: any) => f.issuedDocuments >= 1 && f.unsentDocuments < 1,
        },
      ],
    }),
    ...ways('closed', { reopen: 'compiled' }),
  ],
  registration: [
    ...ways('draft', { submit: ['submitted', { ...written, 'needs-time': (f: any) => !f.deadlinePassed }], withdraw: ['withdrawn', open] }),
    ...ways('draft', { remind: ['draft', { ...open, ...unreminded, 'needs-time': (f: any) => !f.deadlinePassed }] }),
    ...ways('submitted', { accept: ['accepted', open], return: ['returned', open], recuse: ['submitted', open], recall: ['draft', open] }),
    ...ways('submitted', { withdraw: ['withdrawn', open] }),
    ...ways('returned', {
      submit: ['submitted', written],
      withdraw: ['withdrawn', open],
      remind: ['returned', { ...open, ...unreminded }],
    }),
  ],
  scorecard: [
    ...ways('self', { submit: ['peer', whole, sealed], 'submit 2': ['open', whole], exclude: ['excluded', gone] }),
    ...ways('self', { remind: ['self', unreminded] }),
    ...ways('peer', {
      unseal: ['open', { 'needs-all-sheets': (f: any) => f.deadlinePassed || f.pending < 1 }],
      exclude: ['excluded', gone],
    }),
    ...ways('open', { review: ['reviewed', { 'needs-judged-items': judged, 'needs-reason-for-difference': explained }] }),
    ...ways('open', { recuse: 'open', exclude: ['excluded', gone] }),
    ...ways('reviewed', { verify: ['verified', { 'needs-reason-for-difference': explained }], return: 'open', recuse: 'reviewed' }),
    ...ways('reviewed', { exclude: ['excluded', gone] }),
  ],
  sheet: [
    ...ways('draft', {
      submit: ['submitted', { ...taking, 'needs-self-scores': (f: any) => f.selfSubmitted, 'needs-all-items': (f: any) => f.lacking < 1 }],
    }),
    ...ways('draft', { recuse: ['recused', taking] }),
    ...ways('recused', { reopen: ['draft', taking] }),
  ],
  ranking: ways('open', { publish: ['published', { 'needs-all-verified': (f: any) => f.waitingCards < 1 }] }),
  round: ROUND_ROWS,
  section: [
    ...['draft', 'returned'].flatMap((state) =>
      ways(state, { submit: ['submitted', text], remind: [state, { ...report, ...unreminded }] }),
    ),
    ...ways('submitted', { accept: ['accepted', report], return: ['returned', report], recall: ['draft', report] }),
    ...ways('accepted', { reopen: ['returned', report] }),
  ],
  report: [
    ...ways('draft', {
      freeze: [
        'frozen',
        {
          'needs-all-sections': (f: any) => f.waitingSections < 1,
          'needs-own-parts': (f: any) => f.missingParts < 1,
          'needs-decided-rounds': (f: any) => f.waitingRounds < 1,
        },
      ],
    }),
    ...ways('frozen', { reopen: ['draft', { 'needs-no-signing': (f: any) => !f.underSignature }] }),
  ],
  document: [
    ...['draft', 'returned'].flatMap((state) => ways(state, { compile: state, recuse: state, propose: ['proposed', proposing] })),
    ...ways('proposed', { pass: ['checked', { ...current, 'needs-sound-format': (f: any) => f.formatFaults < 1 }] }),
    ...ways('proposed', { return: 'returned', recuse: 'proposed' }),
    ...ways('checked', {
      prepare: [
        'prepared',
        {
          ...current,
          ...ownPen,
          'needs-next-number': (f: any, e: any) => !e.pages || `${e.pages.number} ${e.pages.day}` === `${f.nextNumber} ${f.today}`,
        },
      ],
      return: 'returned',
    }),
    ...ways('prepared', {
      sign: [
        'signing',
        {
          ...ownPen,
          'needs-viewed-pages': (f: any, e: any) => e.sha256 === undefined || e.sha256 === f.sha256,
          'needs-named-signatory': (f: any) => f.actor === f.preparedBy,
          'needs-day-of-number': (f: any) => f.today === f.numberDay,
        },
      ],
      return: 'returned',
      expire: 'checked',
    }),
    ...ways('signing', { finish: 'signed', fail: 'prepared', expire: 'checked' }),
    ...ways('signed', { issue: 'issued' }),
  ],
  dispatch: [
    ...ways('draft', {
      send: [
        'sent',
        {
          'needs-all-issued': (f: any) => !f.unissuedPapers,
          'needs-new-papers': (f: any) => Boolean(f.unissuedPapers) || f.newPapers >= 1,
          'needs-addresses': (f: any) => !f.withoutAddress && f.recipients.length >= 1,
        },
      ],
    }),
    ...ways('sent', {
      resend: [
        'sent',
        { 'needs-undelivered-letter': (f: any, e: any) => f.undelivered.some((id: string) => !e.receiptId || id === e.receiptId) },
      ],
    }),
  ],
  receipt: ways('waiting', {
    confirm: [
      'confirmed',
      {
        'needs-incoming-number': (f: any, e: any) => !e.name || !f.registersIncoming || Boolean(e.incomingNumber && e.incomingDate),
        'needs-incoming-day': (f: any, e: any) => !e.name || !e.incomingDate || (e.incomingDate >= f.sentDay && e.incomingDate <= f.today),
      },
    ],
  }),
};

const names = fc.constantFrom([], ['Hội A'], [...'ABCDEFGH']).map(fewNames);
const [yes, few, some] = [fc.boolean(), fc.nat(2), fc.constantFrom('', 'Hội A')];
const mostly = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: few });
const likely = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: yes });
const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: some });
const day = fc.constantFrom('2020-12-14', '2020-12-15', '2020-12-16');
const item = fc.constantFrom('I.1', 'I.2');
const marks = fc.uniqueArray(fc.record({ item, points: few, reason: fc.constantFrom(undefined, 'ngắn', 'một lý do đủ dài') }), {
  selector: (mark) => mark.item,
});

/** The facts of each kind, few enough that they often meet. */
export const FACTS: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  province: {},
  bloc: {},
  unit: { openPosts: mostly, yearsWithout: seldom },
  person: { postsAbove: mostly, signedIn: yes },
  substitution: { over: yes },
  cycle: {
    ...{ members: fc.nat(5), faults: mostly, faultList: some, waitingRegistrations: mostly, waitingUnits: names },
    ...{ openDocuments: mostly, issuedDocuments: few, unsentDocuments: mostly },
  },
  registration: {
    cycleOpen: likely,
    deadlinePassed: yes,
    remindedToday: yes,
    deadline: some,
    aimKnown: likely,
    targets: fc.nat(3),
    targetsWithoutEvidence: mostly,
  },
  scorecard: {
    ...{
      lacking: mostly,
      lackingItems: some,
      withoutEvidence: mostly,
      evidenceItems: some,
      sheets: few,
      pending: mostly,
      deadlinePassed: yes,
      gone: yes,
      remindedToday: yes,
    },
    ...{
      deadline: some,
      reasonMinimum: fc.constant(10),
      unscored: fc.subarray(['I.1', 'I.2']),
      before: fc.record({ 'I.1': few, 'I.2': few }, { noNullPrototype: true }),
      peers: fc.constant([]),
    },
  },
  sheet: { lacking: mostly, selfSubmitted: likely, stillTaken: likely, takingPart: likely },
  ranking: { waitingCards: mostly, waitingUnits: names },
  round: ROUND_FACTS,
  section: { remindedToday: yes, reportOpen: likely, paragraphs: few, repeatedKeys: seldom },
  report: { waitingSections: mostly, waitingUnits: names, missingParts: mostly, waitingRounds: mostly, underSignature: yes },
  document: {
    ...{
      reportFrozen: likely,
      waitingRounds: mostly,
      unsignedPapers: seldom,
      contentCurrent: likely,
      formatFaults: mostly,
      formatFaultNames: some,
    },
    ...{
      sha256: fc.constantFrom('a', 'b'),
      preparedBy: fc.constantFrom('p', 'q'),
      preparedName: some,
      delegate: seldom,
      delegatedUntil: some,
    },
    ...{ actor: fc.constantFrom('p', 'q'), numberDay: day, nextNumber: few, today: day },
  },
  dispatch: {
    unissuedPapers: seldom,
    newPapers: few,
    recipients: fc.array(fc.constant({}), { maxLength: 2 }),
    withoutAddress: seldom,
    undelivered: fc.subarray(['r', 's']),
    undeliveredNames: some,
  },
  receipt: { registersIncoming: yes, sentDay: day, today: day, possibleDays: fc.constant(said('là ngày 15/12/2020', 'be 15/12/2020')) },
};

const judgement = fc.record({ scores: marks, comment: fc.constant('') }, { noNullPrototype: true });
/** What the events of a kind carry, by event. */
export const PAYLOADS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  scorecard: fc.record({ review: judgement, verify: judgement }),
  document: fc.record({
    prepare: fc.record({ pages: fc.option(fc.record({ number: few, day }), { nil: undefined }) }),
    sign: fc.record({ sha256: fc.constantFrom('a', 'b') }),
  }),
  dispatch: fc.record({ resend: fc.record({ receiptId: fc.constantFrom('r', 's', 't') }) }),
  receipt: fc.record({
    confirm: fc.record(
      { name: fc.constant('Văn thư'), incomingNumber: fc.constantFrom('12', '13'), incomingDate: day },
      { requiredKeys: ['name'] },
    ),
  }),
  round: ROUND_PAYLOADS,
};
