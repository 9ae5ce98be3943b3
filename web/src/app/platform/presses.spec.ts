import { Presses } from './presses.js';
import { Refusal } from './problem.js';

const refused = (code: string, status: number) => new Refusal({ code, status, detail: '', next: '', needs: [] });

describe('a press that is sent again', () => {
  it.each([
    ['bears the same key where the line was cut', refused('unreachable', 0), true],
    ['bears the same key where the database went away in between', refused('database-away', 503), true],
    ['bears the same key where the program went away behind its proxy', refused('unexpected', 502), true],
    ['bears a new key where it was refused', refused('stale', 409), false],
    ['bears a new key where nothing was written for too many people', refused('busy', 503), false],
  ])('%s', async (_, refusal, same) => {
    const presses = new Presses();
    const key = presses.keyOf('/api/x', { type: 'submit' });
    await expect(presses.answered('/api/x', { type: 'submit' }, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(presses.keyOf('/api/x', { type: 'submit' }) === key).toBe(same);
  });

  it('bears a new key once it was answered', async () => {
    const presses = new Presses();
    const key = presses.keyOf('/api/x', {});
    await presses.answered('/api/x', {}, () => Promise.resolve(1));
    expect(presses.keyOf('/api/x', {})).not.toBe(key);
  });
});
