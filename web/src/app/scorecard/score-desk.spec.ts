import type { Kept, KeptDraft } from '../platform/kept-draft.js';
import { Refusal } from '../platform/problem.js';
import { ScoreDesk, type Scored, type ScoreWriting } from './score-desk.js';

const STALE = { status: 409, code: 'stale', detail: '', next: '', needs: [] };

/** A desk on a record with I.1 = 18,50 of 40,00, and what reached the server and the device. */
function deskOn(kept: Kept<ScoreWriting> | null = null) {
  const place = { kept };
  const sent: ScoreWriting[] = [];
  const device: KeptDraft<ScoreWriting> = {
    read: () => place.kept,
    keep: (draft) => (place.kept = draft),
    forget: () => (place.kept = null),
  };
  let server: Scored = { version: 1, scores: [{ item: 'I.1', points: 1_850 }] };
  const desk = new ScoreDesk(server, {
    most: () => 4_000,
    kept: device,
    newest: () => Promise.resolve(server),
    save: (version, { points, notes, remark }) => {
      if (version !== server.version) return Promise.reject(new Refusal(STALE));
      sent.push({ points, notes, remark });
      const scores = Object.entries(points).flatMap(([item, value]) => (value === null ? [] : [{ item, points: value }]));
      server = { version: version + 1, scores, note: remark };
      return Promise.resolve(server);
    },
  });
  return {
    desk,
    place,
    sent: () => sent.map(({ points }) => points),
    scores: () => server.scores,
    move: (change: Partial<Scored>) => (server = { ...server, version: server.version + 1, ...change }),
  };
}

describe('points that are written', () => {
  it('are saved although one of them lies above the maximum; that one waits on this device', async () => {
    const { desk, place, scores } = deskOn();
    desk.type('I.1', '385');
    desk.type('I.2', '12,5');
    expect(await desk.autosave.flush()).toBe(true);
    expect(scores()).toEqual([
      { item: 'I.1', points: 1_850 },
      { item: 'I.2', points: 1_250 },
    ]);
    expect(desk.unsaved()).toEqual(['I.1']);
    expect(desk.faultOf('I.1')).toBe('above');
    expect(desk.valid()).toEqual({ 'I.1': null, 'I.2': 1_250 });
    expect(place.kept?.draft.points).toEqual({ 'I.1': 38_500, 'I.2': 1_250 });
    desk.stop();
  });

  it('go on where the version moved and nobody wrote, as when the unit is reminded', async () => {
    const { desk, scores, move } = deskOn();
    move({});
    desk.type('I.1', '20');
    expect(await desk.autosave.flush()).toBe(true);
    expect(desk.newer()).toBeNull();
    expect(scores()).toEqual([{ item: 'I.1', points: 2_000 }]);
    desk.stop();
  });

  it('wait for a choice where somebody else wrote', async () => {
    const { desk, scores, move } = deskOn();
    move({ scores: [{ item: 'I.1', points: 1_900 }] });
    desk.type('I.1', '20');
    expect(await desk.autosave.flush()).toBe(false);
    expect(desk.newer()).toMatchObject({ scores: [{ item: 'I.1', points: 1_900 }] });
    expect(scores()).toEqual([{ item: 'I.1', points: 1_900 }]);
    desk.stop();
  });

  it('are not erased by letters, and are by an empty field', async () => {
    const { desk, sent, scores } = deskOn();
    desk.type('I.1', 'mười tám');
    expect(desk.faultOf('I.1')).toBe('unreadable');
    await desk.autosave.flush();
    expect(sent()).toEqual([]);
    desk.type('I.1', '');
    await desk.autosave.flush();
    expect(desk.unsaved()).toEqual([]);
    expect(scores()).toEqual([]);
    desk.stop();
  });

  it('are forgotten on this device once all of them are on the server', async () => {
    const { desk, place, scores } = deskOn();
    desk.type('I.1', '50');
    await desk.autosave.flush();
    expect(place.kept).not.toBeNull();
    desk.type('I.1', '39');
    await desk.autosave.flush();
    expect(place.kept).toBeNull();
    expect(scores()).toEqual([{ item: 'I.1', points: 3_900 }]);
    desk.stop();
  });

  it('reach the server although evidence stands without points elsewhere', async () => {
    const { desk, scores } = deskOn();
    desk.note('I.2', 'Quyết định 12');
    desk.type('I.1', '20');
    await desk.autosave.flush();
    expect(scores()).toEqual([{ item: 'I.1', points: 2_000 }]);
    expect(desk.faultOf('I.2')).toBe('no-points');
    desk.stop();
  });

  it('that were above the maximum when the page was left are there again, and still not saved', async () => {
    const draft = { points: { 'I.1': 9_000 }, notes: {}, remark: '' };
    const { desk, sent } = deskOn({ version: 1, draft });
    expect(desk.points).toEqual({ 'I.1': 9_000 });
    await desk.autosave.flush();
    expect(sent()).toEqual([]);
    expect(desk.unsaved()).toEqual(['I.1']);
    desk.stop();
  });
});
