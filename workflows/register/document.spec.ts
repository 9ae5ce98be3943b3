import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { abilityFor, may, refusalOf } from '../ability.js';
import type { Actor, Post, Role } from '../actor.js';
import { advance, unmetNeeds } from '../advance.js';
import { documentMachine } from './document.machine.js';
import { DOCUMENT_STATES, type AnyDocumentEvent, type DocumentFacts } from './document.schema.js';

const VIEWED = 'a'.repeat(64);
const ready: DocumentFacts = {
  reportFrozen: true,
  waitingRounds: 0,
  unsignedPapers: '',
  contentCurrent: true,
  formatFaults: 0,
  formatFaultNames: '',
  sha256: VIEWED,
  preparedBy: 'head',
  preparedName: 'Người ký',
  delegate: '',
  delegatedUntil: '',
  actor: 'head',
  numberDay: '2020-12-15',
  nextNumber: 4,
  today: '2020-12-15',
};
const events = {
  compile: { type: 'compile', version: 1 },
  propose: { type: 'propose', version: 1 },
  pass: { type: 'pass', version: 1 },
  return: { type: 'return', version: 1, reason: 'Đề nghị rà lại tên gọi.' },
  prepare: { type: 'prepare', version: 1, pages: { number: 4, day: '2020-12-15' } },
  sign: { type: 'sign', version: 1, sha256: VIEWED },
  finish: { type: 'finish', version: 1, sha256: VIEWED },
  fail: { type: 'fail', version: 1, reason: 'Khóa không mở được.' },
  expire: { type: 'expire', version: 1 },
  issue: { type: 'issue', version: 1 },
} as const satisfies Record<string, AnyDocumentEvent>;
type EventName = keyof typeof events;

describe('a document on its way out of the door', () => {
  it.each<[string, EventName, string, string[]]>([
    ['draft', 'compile', 'draft', []],
    ['draft', 'propose', 'proposed', ['document-proposed']],
    ['proposed', 'pass', 'checked', ['document-checked']],
    ['proposed', 'return', 'returned', ['document-returned']],
    ['returned', 'compile', 'returned', []],
    ['returned', 'propose', 'proposed', ['document-proposed']],
    ['checked', 'prepare', 'prepared', []],
    ['checked', 'return', 'returned', ['document-returned']],
    ['prepared', 'sign', 'signing', []],
    ['prepared', 'return', 'returned', ['document-returned']],
    ['prepared', 'expire', 'checked', ['document-expired']],
    ['signing', 'finish', 'signed', ['document-signed']],
    ['signing', 'fail', 'prepared', ['document-failed']],
    ['signing', 'expire', 'checked', ['document-expired']],
    ['signed', 'issue', 'issued', ['document-issued']],
  ])('%s, %s → %s', (state, event, to, letters) => {
    expect(advance(documentMachine, state, ready, events[event])).toEqual({ state: to, letters: letters.map((name) => ({ name })) });
  });

  it.each<[string, EventName, string, Partial<DocumentFacts>, string]>([
    ['draft', 'propose', 'the report is not frozen', { reportFrozen: false }, 'needs-frozen-report'],
    ['draft', 'propose', 'a title waits for the meeting', { waitingRounds: 1 }, 'needs-decided-rounds'],
    ['returned', 'propose', 'the report is not frozen', { reportFrozen: false }, 'needs-frozen-report'],
    ['returned', 'propose', 'a title waits for the meeting', { waitingRounds: 1 }, 'needs-decided-rounds'],
    ['returned', 'propose', 'the records have changed since', { contentCurrent: false }, 'needs-current-content'],
    ['draft', 'propose', 'it names a paper that is not signed', { unsignedPapers: 'Biên bản' }, 'needs-signed-papers'],
    ['returned', 'propose', 'it names a paper that is not signed', { unsignedPapers: 'Biên bản' }, 'needs-signed-papers'],
    ['draft', 'propose', 'the records have changed since', { contentCurrent: false }, 'needs-current-content'],
    ['proposed', 'pass', 'a point of its format does not hold', { formatFaults: 1 }, 'needs-sound-format'],
    ['proposed', 'pass', 'the records have changed since', { contentCurrent: false }, 'needs-current-content'],
    ['checked', 'prepare', 'the records have changed since', { contentCurrent: false }, 'needs-current-content'],
    ['checked', 'prepare', 'another has taken the number', { nextNumber: 5 }, 'needs-next-number'],
    ['checked', 'prepare', 'midnight passed while it was printed', { today: '2020-12-16' }, 'needs-next-number'],
    ['prepared', 'sign', 'other pages were viewed', { sha256: 'b'.repeat(64) }, 'needs-viewed-pages'],
    ['prepared', 'sign', 'the day of its number is over', { today: '2020-12-16' }, 'needs-day-of-number'],
    ['prepared', 'sign', 'it is given to a substitute', { delegate: 'Phó', delegatedUntil: 'mai' }, 'needs-no-delegation'],
    ['checked', 'prepare', 'it is given to a substitute', { delegate: 'Phó', delegatedUntil: 'mai' }, 'needs-no-delegation'],
    ['prepared', 'sign', 'somebody else signs than the pages name', { actor: 'deputy' }, 'needs-named-signatory'],
  ])('%s knows no %s while %s', (state, event, _, change, code) => {
    expect(() => advance(documentMachine, state, { ...ready, ...change }, events[event])).toThrow(code);
  });

  it.each<[string, EventName]>([
    ['draft', 'pass'],
    ['draft', 'sign'],
    ['proposed', 'prepare'],
    ['checked', 'sign'],
    ['signed', 'return'],
    ['signed', 'compile'],
    ['issued', 'issue'],
    ['issued', 'return'],
  ])('%s knows no %s', (state, event) => expect(() => advance(documentMachine, state, ready, events[event])).toThrow('not-in-this-state'));

  it.each<[string, EventName, Partial<DocumentFacts>, string[]]>([
    ['checked', 'prepare', {}, []],
    ['checked', 'prepare', { nextNumber: 5, today: '2020-12-16' }, []],
    ['checked', 'prepare', { contentCurrent: false, delegate: 'Phó' }, ['needs-current-content', 'needs-no-delegation']],
    ['prepared', 'sign', {}, []],
    ['prepared', 'sign', { sha256: 'b'.repeat(64) }, []],
    ['prepared', 'sign', { today: '2020-12-16', actor: 'deputy' }, ['needs-named-signatory', 'needs-day-of-number']],
  ])('%s says before anything is sent whether it can %s, %o', (state, type, change, needs) =>
    expect(unmetNeeds(documentMachine, state, { ...ready, ...change }, { type }).map(({ code }) => code)).toEqual(needs),
  );

  it('asks for the next number only where pages were made under one', () => {
    const withoutPages = { ...events.prepare, pages: undefined };
    expect(advance(documentMachine, 'checked', { ...ready, nextNumber: 5 }, withoutPages).state).toBe('prepared');
  });

  it('has the states that its records may have', () =>
    expect(Object.keys(documentMachine.states).sort()).toEqual([...DOCUMENT_STATES].sort()));
});

describe('who may do what with a document', () => {
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const post = (role: Role): Post => ({
    id: id(9),
    role,
    title: '',
    provinceId: id(8),
    unitId: id(1),
    blocId: id(7),
    cycleId: id(6),
    groupId: null,
  });
  const person = (...roles: Role[]): Actor => ({
    kind: 'person',
    personId: id(5),
    name: 'Người thử',
    posts: roles.map(post),
    actingAs: null,
  });
  const record = { blocId: id(7), cycleId: id(6), provinceId: id(8), state: 'proposed', proposedBy: id(4), checkedBy: null };
  const issued = { ...record, state: 'issued', councilOnly: false };
  const marked = { ...issued, councilOnly: true };

  it.each<[string, Role, string, object, boolean]>([
    ['the secretary proposes', 'bloc-secretary', 'propose', record, true],
    ['the secretary does not pass', 'bloc-secretary', 'pass', record, false],
    ['the records officer passes', 'records-officer', 'pass', record, true],
    ['nobody passes what they proposed', 'records-officer', 'pass', { ...record, proposedBy: id(5) }, false],
    ['the head signs', 'bloc-head', 'sign', record, true],
    ['nobody signs what they passed', 'bloc-head', 'sign', { ...record, checkedBy: id(5) }, false],
    ['the deputy head does not sign', 'deputy-head', 'sign', record, false],
    ['the records officer issues', 'records-officer', 'issue', record, true],
    ['a member does not read it on its way', 'bloc-member', 'read', record, false],
    ['a member reads it issued', 'bloc-member', 'read', issued, true],
    ['a member reads no minutes with single peers’ marks', 'bloc-member', 'read', marked, false],
    ['the council reads them', 'council-secretary', 'read', marked, true],
    ['the head reads them', 'bloc-head', 'read', marked, true],
    ['the council does not read it on its way', 'council-secretary', 'read', record, false],
    ['the council reads it issued', 'council-secretary', 'read', issued, true],
    ['an administrator has no part in it', 'administrator', 'read', issued, false],
  ])('%s', (_, role, action, document, allowed) => expect(may(abilityFor(person(role)), action, 'Document', document)).toBe(allowed));
});

describe('how far a right on a document reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the secretary proposes those of the year', 'bloc-secretary', 'propose', {}, ['blocId', 'cycleId']],
    ['the records officer passes those of the year', 'records-officer', 'pass', {}, ['blocId', 'cycleId']],
    ['the head of the bloc signs those of the year', 'bloc-head', 'sign', {}, ['blocId', 'cycleId']],
    ['the deputy head reads those of the year', 'deputy-head', 'read', {}, ['blocId', 'cycleId']],
    [
      'a member reads an issued one',
      'bloc-member',
      'read',
      { state: 'issued', councilOnly: false },
      ['blocId', 'cycleId', 'state', 'councilOnly'],
    ],
    [
      'an observer reads an issued one',
      'observer',
      'read',
      { state: 'issued', councilOnly: false },
      ['blocId', 'cycleId', 'state', 'councilOnly'],
    ],
    [
      'the council secretary reads those issued in the province',
      'council-secretary',
      'read',
      { state: 'issued', councilOnly: true },
      ['provinceId', 'state'],
    ],
    [
      'a council member reads those issued in the province',
      'council-member',
      'read',
      { state: 'issued', councilOnly: true },
      ['provinceId', 'state'],
    ],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Document', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

describe('three pairs of eyes before every signature', () => {
  it.each<[string, Role, string, object]>([
    ['who proposed a document does not pass it', 'records-officer', 'pass', { proposedBy: MARKERS.oneself }],
    ['who proposed a document does not return it', 'records-officer', 'return', { proposedBy: MARKERS.oneself }],
    ['who proposed a document does not open it for signing', 'bloc-head', 'prepare', { proposedBy: MARKERS.oneself }],
    ['who proposed a document does not sign it', 'bloc-head', 'sign', { proposedBy: MARKERS.oneself }],
    ['who passed a document does not open it for signing', 'bloc-head', 'prepare', { checkedBy: MARKERS.oneself }],
    ['who passed a document does not sign it', 'bloc-head', 'sign', { checkedBy: MARKERS.oneself }],
  ])('%s', (_, role, action, record) =>
    expect(refusalOf(abilityFor(probing(role)), action, 'Document', { ...OWN_SCOPES, ...record })).toBe('own-entry'),
  );
});
