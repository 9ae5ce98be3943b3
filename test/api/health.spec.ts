import { HealthParts, shortAnswer } from '@thidua/api/platform/health/health-parts';
import { makeCheckpoints } from '../support/checkpoints.js';
import { tamper } from '../support/rows.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

interface Health {
  readonly ready: boolean;
  readonly parts: readonly { part: string; name: Words; state: string; reason: Words }[];
}
interface Words {
  readonly vi: string;
  readonly en: string;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const look = async () => {
  const { status, body } = await world.stranger().get<Health>('/api/health');
  return { status, states: Object.fromEntries(body.parts.map(({ part, state }) => [part, state])), parts: body.parts };
};
const isReady = async () => (await look()).status === 200;

describe('whoever asks how the program is', () => {
  it('hears 503 while no worker runs, which part it is, and why, in both languages', async () => {
    const { status, states, parts } = await look();
    expect({ status, states }).toEqual({
      status: 503,
      states: expect.objectContaining({ database: 'ready', worker: 'failing' }) as object,
    });
    for (const { name, reason } of parts)
      for (const words of [name, reason])
        expect(words).toEqual({ vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string });
  });

  it('hears 200 once a worker runs whose mail server answers, and 503 when it has stopped', async () => {
    const worker = await startWorkerOf(world);
    await eventually(isReady);
    expect((await look()).states).toMatchObject({ database: 'ready', worker: 'ready', mail: 'ready' });
    await worker.stop();
    expect(await look()).toMatchObject({ status: 503, states: { worker: 'failing', mail: 'failing' } });
  });

  it('hears of a worker that fell silent without a word', async () => {
    const worker = await startWorkerOf(world);
    await eventually(isReady);
    await world.owner.query(`update worker_heartbeat set at = at - interval '21 seconds'`);
    expect((await look()).states).toMatchObject({ worker: 'failing' });
    await worker.stop();
  });

  it('hears in words of blocs, and of the installation, whose journal has waited too long for a checkpoint, though people can work', async () => {
    const recent = 'Mốc của mọi khối và của cả bản cài đặt đều mới.';
    const said = async () => (await look()).parts.find(({ part }) => part === 'checkpoints');
    expect(await said()).toMatchObject({ state: 'ready', reason: { vi: recent } });
    await makeSmallBloc(world);
    expect(await said()).toMatchObject({ reason: { vi: recent } });
    await world.owner.query(`update bloc set created_at = created_at - interval '37 hours'`);
    expect(await said()).toMatchObject({ state: 'ready', reason: { vi: expect.stringMatching(/^1 nơi .* quá 36 giờ/) } });
    await world.owner.query(`update person set created_at = created_at - interval '37 hours' where province_id is null`);
    await tamper(world.owner, 'checkpoint', `update checkpoint set at = at - interval '37 hours' where bloc_id is null`);
    expect(await said()).toMatchObject({ state: 'ready', reason: { vi: expect.stringMatching(/^2 nơi .* quá 36 giờ/) } });
    await makeCheckpoints(world);
    expect(await said()).toMatchObject({ reason: { vi: recent } });
  });

  it('hears that the mail server does not answer, and nothing of where it is', async () => {
    const worker = await startWorkerOf(world, { SMTP_URL: 'smtp://127.0.0.1:9' });
    const { parts } = await eventually(async () => {
      const now = await look();
      return now.parts.some(({ reason }) => reason.en.includes('ECONNREFUSED')) && now;
    });
    expect(parts.find(({ part }) => part === 'mail')).toMatchObject({ state: 'failing' });
    expect(JSON.stringify(parts)).not.toContain('127.0.0.1');
    await worker.stop();
  });

  it('hears of every part that a feature adds, also when it throws', async () => {
    world.app
      .get(HealthParts)
      .add({ part: 'kiln', name: { vi: 'Lò', en: 'Kiln' }, look: () => Promise.reject(new Error('ENOENT: no fire in /srv/kiln')) });
    const { status, parts } = await look();
    expect(status).toBe(503);
    expect(parts.find(({ part }) => part === 'kiln')).toMatchObject({
      state: 'failing',
      reason: { en: 'No answer (ENOENT); see the log.' },
    });
  });

  it.each([
    ['connect ECONNREFUSED 10.0.0.3:25', 'ECONNREFUSED'],
    ['535 5.7.8 authentication failed for relay.inside', '535'],
    ['something at relay.inside', 'error'],
  ])('reads only a code out of “%s”', (answer, code) => expect(shortAnswer(answer)).toBe(code));
});
