import { advance, unmetNeeds } from '../advance.js';
import { refusalInWords } from '../year/refusal.js';
import { receiptFacts } from './dispatch.facts.js';
import { RECEIPT_STATES, type ReceiptFacts } from './dispatch.schema.js';
import { receiptMachine } from './receipt.machine.js';

const incoming = { incomingNumber: '318', incomingDate: '2020-12-16' };
const board = receiptFacts('board', new Date('2020-12-15T08:00:00Z'), new Date('2020-12-17T01:00:00Z'));

describe('a receipt', () => {
  it.each<[string, Partial<ReceiptFacts>, object, string | null]>([
    ['by the standing body, with number and date', {}, incoming, null],
    ['by the standing body, without a number', {}, { incomingDate: '2020-12-16' }, 'needs-incoming-number'],
    ['by the standing body, without a date', {}, { incomingNumber: '318' }, 'needs-incoming-number'],
    ['by a unit, with its name alone', { registersIncoming: false }, {}, null],
    ['on the day of sending', {}, { ...incoming, incomingDate: '2020-12-15' }, null],
    ['on this day', {}, { ...incoming, incomingDate: '2020-12-17' }, null],
    ['before the papers were sent', {}, { ...incoming, incomingDate: '2020-12-14' }, 'needs-incoming-day'],
    ['in the future', {}, { ...incoming, incomingDate: '2020-12-18' }, 'needs-incoming-day'],
    ['by a unit, in the future', { registersIncoming: false }, { incomingDate: '2020-12-18' }, 'needs-incoming-day'],
  ])('confirmed %s', (_, facts, told, refused) => {
    const event = { type: 'confirm', name: 'Nguyễn Thị Lan', ...told };
    const confirm = () => advance(receiptMachine, 'waiting', { ...board, ...facts }, event);
    if (refused) expect(confirm).toThrow(refused);
    else expect(confirm()).toEqual({ state: 'confirmed', letters: [{ name: 'receipt-confirmed' }] });
  });

  it.each([
    ['the days between which the date must lie', '2020-12-17T01:00:00Z', 'Ngày đến phải từ 15/12/2020 đến 17/12/2020.'],
    ['the one day that is possible', '2020-12-15T09:00:00Z', 'Ngày đến phải là ngày 15/12/2020.'],
  ])('says %s', (_, now, sentence) => {
    const facts = receiptFacts('board', new Date('2020-12-15T08:00:00Z'), new Date(now));
    const event = { type: 'confirm', name: 'Nguyễn Thị Lan', ...incoming, incomingDate: '2020-12-01' };
    const [need] = unmetNeeds(receiptMachine, 'waiting', facts, event);
    expect(refusalInWords(need!).vi).toBe(sentence);
  });

  it('is offered before its form is filled in', () =>
    expect(unmetNeeds(receiptMachine, 'waiting', board, { type: 'confirm' })).toEqual([]));

  it('is confirmed once', () =>
    expect(() => advance(receiptMachine, 'confirmed', board, { type: 'confirm', ...incoming })).toThrow('not-in-this-state'));

  it('has the states that its records may have', () =>
    expect(Object.keys(receiptMachine.states).sort()).toEqual([...RECEIPT_STATES].sort()));
});
