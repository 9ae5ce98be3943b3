import { advance } from '../advance.js';
import { sheetEditNeed, sheetMachine } from './sheet.machine.js';

describe('a peer sheet', () => {
  const facts = { lacking: 0, lackingItems: '', selfSubmitted: true, stillTaken: true, takingPart: true };
  it('is submitted once while the card is sealed', () => {
    expect(advance(sheetMachine, 'draft', facts, { type: 'submit' }).state).toBe('submitted');
    expect(() => advance(sheetMachine, 'submitted', facts, { type: 'submit' })).toThrow('not-in-this-state');
  });
  it.each([
    ['before the unit has submitted its own points', { ...facts, selfSubmitted: false }, 'needs-self-scores'],
    ['after the seal is open or the last day is over', { ...facts, stillTaken: false }, 'needs-sealed-scores'],
    ['with an unanswered item', { ...facts, lacking: 2 }, 'needs-all-items'],
  ])('is not submitted %s', (_, given, problem) => {
    expect(() => advance(sheetMachine, 'draft', given, { type: 'submit' })).toThrow(problem);
  });

  it('is declined in draft, before the unit has scored itself too, and taken up again', () => {
    const early = { ...facts, lacking: 5, selfSubmitted: false };
    expect(advance(sheetMachine, 'draft', early, { type: 'recuse' }).state).toBe('recused');
    expect(advance(sheetMachine, 'recused', early, { type: 'reopen' }).state).toBe('draft');
  });

  it.each<[string, string, object, string, string]>([
    ['declined once it was submitted', 'submitted', facts, 'recuse', 'not-in-this-state'],
    ['submitted once it was declined', 'recused', facts, 'submit', 'not-in-this-state'],
    ['declined after the seal is open', 'draft', { ...facts, stillTaken: false }, 'recuse', 'needs-sealed-scores'],
    ['taken up again after the seal is open', 'recused', { ...facts, stillTaken: false }, 'reopen', 'needs-sealed-scores'],
    ['submitted by or on a unit that is out of the scoring', 'draft', { ...facts, takingPart: false }, 'submit', 'needs-taking-part'],
    ['declined by or on a unit that is out of the scoring', 'draft', { ...facts, takingPart: false }, 'recuse', 'needs-taking-part'],
    ['taken up by or on a unit that is out', 'recused', { ...facts, takingPart: false }, 'reopen', 'needs-taking-part'],
  ])('is not %s', (_, state, given, type, problem) => {
    expect(() => advance(sheetMachine, state, given, { type })).toThrow(problem);
  });

  it.each([
    ['is worked on while it is taken', facts, null],
    ['is not worked on after that', { ...facts, stillTaken: false }, 'needs-sealed-scores'],
    ['is not worked on by or on a unit that is out of the scoring', { ...facts, takingPart: false }, 'needs-taking-part'],
  ])('%s', (_, given, need) => expect(sheetEditNeed(given)).toBe(need));
});
