import { jest } from '@jest/globals';
import { Autosave } from './autosave.js';
import { Refusal } from './problem.js';

/** A form whose saves wait until the test lets them end. */
function form(ready = true) {
  const saves: { text: string; end: () => void; fail: (error: unknown) => void }[] = [];
  const stored = { text: null as string | null };
  const draft = { text: '' };
  const autosave = new Autosave({
    ready: () => ready,
    save: () => new Promise<void>((end, fail) => saves.push({ text: draft.text, end, fail })),
    keep: () => (stored.text = draft.text),
    forget: () => (stored.text = null),
  });
  const type = (text: string) => {
    draft.text = text;
    autosave.touch();
  };
  return { autosave, saves, stored, type };
}
const refused = (code: string, status: number) => new Refusal({ code, status, detail: '', next: '', needs: [] });
/** Lets all promises that can go on do so. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a draft saves itself', () => {
  it('when the person has paused, not at each key', async () => {
    const { saves, type } = form();
    type('a');
    jest.advanceTimersByTime(1_000);
    type('ab');
    jest.advanceTimersByTime(1_000);
    expect(saves).toEqual([]);
    jest.advanceTimersByTime(500);
    expect(saves.map(({ text }) => text)).toEqual(['ab']);
  });

  it('one save at a time, however many ask meanwhile: two at once would contradict each other', async () => {
    const { autosave, saves, type } = form();
    type('a');
    const asked = [autosave.flush()];
    type('ab');
    asked.push(autosave.flush(), autosave.flush(), autosave.flush());
    saves[0]!.end();
    await settled();
    expect(saves.map(({ text }) => text)).toEqual(['a', 'ab']);
    saves[1]!.end();
    expect(await Promise.all(asked)).toEqual([true, true, true, true]);
    expect(saves).toHaveLength(2);
  });

  it('keeps the text on this device until all of it is on the server', async () => {
    const { autosave, saves, stored, type } = form();
    type('a');
    const first = autosave.flush();
    type('ab');
    saves[0]!.end();
    await settled();
    expect([autosave.state().kind, stored.text]).toEqual(['saving', 'ab']);
    saves[1]!.end();
    await first;
    expect([autosave.state().kind, stored.text]).toEqual(['saved', null]);
  });

  it('tries again when the line is back', async () => {
    const { autosave, saves, stored, type } = form();
    type('a');
    const cut = autosave.flush();
    saves[0]!.fail(refused('unreachable', 0));
    expect(await cut).toBe(false);
    expect([autosave.state().kind, stored.text]).toEqual(['cut', 'a']);
    globalThis.dispatchEvent(new Event('online'));
    await settled();
    saves[1]!.end();
    await settled();
    expect([autosave.state().kind, stored.text]).toEqual(['saved', null]);
  });

  it.each([
    ['nobody answers', 'unreachable', 0],
    ['the program is gone behind its proxy', 'unexpected', 502],
    ['too many people ask at once', 'busy', 503],
    ['the program does not answer its proxy', 'unexpected', 504],
  ])('tries again by itself where %s', async (_, code, status) => {
    const { autosave, saves, type } = form();
    type('a');
    const cut = autosave.flush();
    saves[0]!.fail(refused(code, status));
    await cut;
    expect(autosave.state().kind).toBe('cut');
    jest.advanceTimersByTime(10_000);
    expect(saves.map(({ text }) => text)).toEqual(['a', 'a']);
  });

  it('waits on this device while it is half written', async () => {
    const { autosave, saves, stored, type } = form(false);
    type('a');
    expect(await autosave.flush()).toBe(false);
    expect([autosave.state().kind, stored.text, saves.length]).toEqual(['incomplete', 'a', 0]);
  });

  it('stops before somebody else’s change until the person has chosen', async () => {
    const { autosave, saves, type } = form();
    type('a');
    const stale = autosave.flush();
    saves[0]!.fail(refused('stale', 409));
    expect(await stale).toBe(false);
    type('ab');
    jest.advanceTimersByTime(60_000);
    expect([autosave.state().kind, saves.length]).toEqual(['stale', 1]);
    autosave.settle(true);
    jest.advanceTimersByTime(1_500);
    expect(saves.map(({ text }) => text)).toEqual(['a', 'ab']);
  });
});
