import { machines } from '../machines.js';
import { eventTypes, kindsInWords } from '../words.js';
import { asksProof, PROOF_MINUTES, proofIsOwed } from './proof.js';

const NOW = new Date('2026-11-28T08:00:00Z');
const before = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);
const MOST = PROOF_MINUTES * 60_000;

describe('a proof that it is oneself', () => {
  it('holds for ten minutes', () => expect(PROOF_MINUTES).toBe(10));

  it.each<[string, string, number, boolean]>([
    ['Document', 'sign', 0, false],
    ['Document', 'sign', MOST - 1, false],
    ['Document', 'sign', MOST, true],
    ['Document', 'prepare', MOST, true],
    ['Substitution', 'create', MOST - 1, false],
    ['Substitution', 'create', MOST, true],
    ['Substitution', 'end', MOST, false],
    ['Round', 'open', MOST, true],
    ['Round', 'consent', MOST, true],
    ['Round', 'count', MOST, true],
    ['Round', 'settle', MOST, true],
    ['Round', 'recuse', MOST, true],
    ['Round', 'readmit', MOST, true],
    ['Scorecard', 'exclude', MOST, true],
    ['Scorecard', 'recuse', MOST, false],
    ['Scorecard', 'review', MOST, false],
    ['Province', 'create', MOST, true],
    ['Unit', 'create', MOST, true],
    ['Person', 'create', MOST, true],
    ['Post', 'give', MOST, true],
    ['Bloc', 'create', MOST, true],
    ['Bloc', 'address-checkpoints', MOST, true],
    ['Document', 'propose', MOST, false],
    ['Registration', 'submit', MOST, false],
    ['constructor', 'toString', MOST, false],
  ])('%s %s, %s ms after the last: owed is %s', (kind, event, age, owed) => expect(proofIsOwed(kind, event, before(age), NOW)).toBe(owed));

  it('is asked for by all administration, whatever events it has', () => {
    const administered = kindsInWords().filter((kind) => ['Province', 'Unit', 'Person', 'Post', 'Bloc'].includes(kind));
    expect(administered).toHaveLength(5);
    for (const kind of administered) expect(eventTypes(kind).filter((event) => !asksProof(kind, event))).toEqual([]);
  });

  it('is asked for by events that the machines know', () => {
    const known = Object.values(machines).flatMap((machine) => machine.events.map((event) => `${machine.id} ${event}`));
    const rounds = ['open', 'recuse', 'readmit', 'consent', 'count', 'settle'].map((event) => `Round ${event}`);
    for (const event of ['Document prepare', 'Document sign', 'Scorecard exclude', ...rounds]) expect(known).toContain(event);
  });
});
