import type { Deadlines } from '../cycle/rules.schema.js';
import { daysLeft, inOrder, isAwaited, stepsOf } from './work.js';
import type { WorkItem } from './work.schema.js';

const deadlines: Deadlines = {
  registration: '2020-03-15',
  selfScore: '2020-11-15',
  peerScore: '2020-11-25',
  review: '2020-11-28',
  verification: '2020-12-05',
  meeting: '2020-12-10',
  sections: '2020-12-11',
  documents: '2020-12-15',
};
const item = (title: string, left: number | null): WorkItem => ({
  kind: 'Registration',
  id: crypto.randomUUID(),
  event: 'submit',
  begun: true,
  title,
  sentence: '',
  due: null,
  daysLeft: left,
  onBehalfOf: null,
  link: '',
});

describe('my work', () => {
  it('stands in the order in which it hurts: late first, no day last', () => {
    expect(inOrder([item('ngày mai', 1), item('không hạn', null), item('trễ', -2), item('hôm nay', 0)]).map(({ title }) => title)).toEqual([
      'trễ',
      'hôm nay',
      'ngày mai',
      'không hạn',
    ]);
  });

  it.each([
    ['2020-03-15', '2020-03-15', 0],
    ['2020-03-16', '2020-03-15', -1],
    ['2020-02-28', '2020-03-01', 2],
  ])('on %s what is due on %s is %i days away', (today, due, left) => expect(daysLeft(today, due)).toBe(left));

  it.each([
    ['submit', true],
    ['sign', true],
    ['recall', false],
    ['withdraw', false],
  ])('%s waits for somebody: %s', (type, awaited) => expect(isAwaited(type)).toBe(awaited));
});

describe('the year’s steps', () => {
  it.each([
    ['2020-03-15', ['current', 'ahead']],
    ['2020-03-16', ['done', 'current']],
    ['2020-12-16', ['done', 'done']],
  ])('on %s', (today, states) =>
    expect(
      stepsOf(deadlines, today, 'vi')
        .slice(0, 2)
        .map(({ state }) => state),
    ).toEqual(states),
  );
});
