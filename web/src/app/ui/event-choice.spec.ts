import type { Action } from '@thidua/workflows/record';
import { choicesOf } from './event-choice.js';

const need = { code: 'needs-open-cycle', detail: 'Năm đã đóng.', next: '' };
const action = (type: string, ...needs: Action['needs']): Action => ({ type, needs });
const offered = (...actions: Action[]) =>
  choicesOf('Registration', actions, { withdraw: { quiet: true } }, {}, 'vi').map(({ type, can, main }) => [type, can, main]);

describe('the events that a record offers', () => {
  it('stand in the order of its machine, what is seldom wanted after the others', () => {
    expect(offered(action('withdraw'), action('submit'), action('recall'))).toEqual([
      ['submit', 'on', true],
      ['recall', 'on', false],
      ['withdraw', 'on', false],
    ]);
  });

  it('come before those that are not possible now, and none of them takes the place of what the page is for', () => {
    expect(offered(action('submit', need), action('withdraw'))).toEqual([
      ['withdraw', 'on', false],
      ['submit', 'off', true],
    ]);
  });
});
