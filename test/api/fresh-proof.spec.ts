import type { FactorBegun, RecoveryCodes } from '@thidua/workflows/account/account.schema';
import { PROOF_MINUTES } from '@thidua/workflows/account/proof';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { SubstitutionPage, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import { PersonSession } from '@thidua/api/command/year/session';
import { randomUUID } from 'node:crypto';
import { generate } from 'otplib';
import { Browser, type Answer } from '../support/client.js';
import { checkedDocument, documentPath, preparedDocument, press } from '../support/documents.js';
import { makeDecidedBloc, makeScoredBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { addDeputies, draftOf, end, substitutionsOf } from '../support/substitution.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const STEP_SECONDS = 30;
let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeDecidedBloc(world, 'khoi-nho');
});
afterAll(() => world.close());

/** Lets the last proof of everybody’s sessions be so many minutes old. */
const age = (minutes: number) =>
  world.owner.query(`update session set proved_at = clock_timestamp() - make_interval(mins => $1)`, [minutes]);
const prove = (browser: Browser, given: object) => browser.post('/api/session/proof', given);
const entriesOf = async (id: string): Promise<number> =>
  (await world.owner.query('select 1 from journal where record_id = $1', [id])).rowCount!;
const inTime = (secret: string, later = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + later * STEP_SECONDS });

function expectAsked(answer: Answer, proof: 'code' | 'password', words: string): void {
  expect(answer).toMatchObject({
    status: 403,
    body: { code: 'needs-fresh-proof', proof, detail: expect.stringContaining('đã quá 10 phút'), next: expect.stringContaining(words) },
  });
}

describe('signing', () => {
  let document: DocumentView;
  let head: Browser;
  beforeAll(async () => {
    document = await preparedDocument(bloc, 'BB', { meetingPlace: 'Hội trường Hội U1' });
    head = await bloc.person('u1.head');
  });
  const sign = (key?: string) =>
    head.event<DocumentView>(documentPath(bloc, document), { type: 'sign', version: document.version, sha256: document.sha256 }, key);

  it('is done within ten minutes of the last proof, and refused after that with nothing written', async () => {
    const before = await entriesOf(document.id);
    await age(PROOF_MINUTES);
    expectAsked(await sign(), 'password', 'mật khẩu');
    expect(await entriesOf(document.id)).toBe(before);
    expect((await head.get<DocumentView>(documentPath(bloc, document))).body).toMatchObject({
      state: 'prepared',
      version: document.version,
    });
  });

  it('is asked in the reader’s language', async () => {
    const english = (await Browser.signIn(world.url, 'u1.head@khoi-nho.example', PASSWORD)).speaking('en');
    await age(PROOF_MINUTES);
    const event = { type: 'sign', version: document.version, sha256: document.sha256 };
    const { body } = await english.event(documentPath(bloc, document), event);
    expect(body).toMatchObject({ code: 'needs-fresh-proof', next: 'Press again, and enter your password when you are asked.' });
  });

  it('names first what stands against it: nobody proves themselves for what is refused anyway', async () => {
    await age(PROOF_MINUTES);
    const event = { type: 'sign', version: document.version, sha256: 'f'.repeat(64) };
    expect((await head.event(documentPath(bloc, document), event)).body.code).toBe('needs-viewed-pages');
    const other = await bloc.person('u2.head');
    expect((await other.event(documentPath(bloc, document), event)).body.code).toBe('not-found');
  });

  it('is not opened by a wrong password; the right one lets the same press through, once', async () => {
    await age(PROOF_MINUTES);
    const key = randomUUID();
    expectAsked(await sign(key), 'password', 'mật khẩu');
    expect((await prove(head, { password: 'không phải mật khẩu' })).body).toMatchObject({ status: 403, code: 'wrong-password' });
    expectAsked(await sign(key), 'password', 'mật khẩu');
    expect((await prove(head, { password: PASSWORD })).status).toBe(204);
    const before = await entriesOf(document.id);
    expect((await sign(key)).body).toMatchObject({ state: 'signing' });
    expect(await entriesOf(document.id)).toBe(before + 1);
    await age(PROOF_MINUTES);
    expect((await sign(key)).status).toBe(201); // a repeat of what was done needs no new proof, and does nothing
    expect(await entriesOf(document.id)).toBe(before + 1);
  });

  it('asks before a number is taken for it, and not before steps that commit to nothing', async () => {
    const other = await makeDecidedBloc(world, 'khoi-hai');
    for (const person of ['secretary', 'records', 'u1.head']) await other.person(person);
    await age(PROOF_MINUTES);
    const minutes = await checkedDocument(other, 'BB', { meetingPlace: 'Hội trường Hội U1' });
    expectAsked(await press(other, 'u1.head', minutes, { type: 'prepare' }), 'password', 'mật khẩu');
    const { rows } = await world.owner.query('select 1 from document_number where document_id = $1', [minutes.id]);
    expect(rows).toEqual([]);
  });
});

describe('naming a substitute', () => {
  it('waits for a fresh proof, lest an open session name whoever then signs with a password of their own; ending takes none', async () => {
    await addDeputies(world, bloc, ['u3']);
    const head = await bloc.person('u3.head');
    const draft = await draftOf(bloc, 'u3.head', 'u3.deputy', { areas: ['documents'] });
    const given = async () => done(await head.get<SubstitutionPage>(substitutionsOf(bloc))).items;
    await age(PROOF_MINUTES);
    const key = { 'idempotency-key': randomUUID() };
    const press = () => head.post<SubstitutionView>(substitutionsOf(bloc), draft, key);
    expectAsked(await press(), 'password', 'mật khẩu');
    expect(await given()).toEqual([]);
    const other = await head.post(substitutionsOf(bloc), { ...draft, to: '2020-01-01T00:00:00Z' });
    expect(other.body.code).toBe('needs-sound-period'); // what is refused anyway is refused first
    expect((await prove(head, { password: PASSWORD })).status).toBe(204);
    const named = done(await press());
    expect(await given()).toMatchObject([{ id: named.id, standing: 'running' }]);
    await age(PROOF_MINUTES);
    expect(done(await end(bloc, 'u3.head', named))).toMatchObject({ state: 'ended' });
  });
});

describe('a round of the meeting', () => {
  it('is opened and decided only with a fresh proof', async () => {
    const scored = await makeScoredBloc(world, 'khoi-ba');
    const [secretary, head] = [await scored.person('secretary'), await scored.person('u1.head')];
    const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${scored.path}/rankings`)).items;
    done(await secretary.event(`${scored.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }));
    await scored.setClock('2020-12-10T02:00:00Z');
    const [first] = done(await secretary.get<{ items: RoundView[] }>(`${scored.path}/rounds`)).items;
    const path = `${scored.path}/rounds/${first!.id}`;
    await age(PROOF_MINUTES);
    expectAsked(await secretary.event(path, { type: 'open', version: first!.version }), 'password', 'mật khẩu');
    expect(done(await secretary.get<RoundView>(path))).toMatchObject({ state: 'draft', version: first!.version });
    expect((await prove(secretary, { password: PASSWORD })).status).toBe(204);
    const open = done(await secretary.event<RoundView>(path, { type: 'open', version: first!.version }));
    const nominees = open.candidates.filter(({ eligible }) => eligible).slice(0, open.seatsOpen);
    const consent = {
      type: 'consent',
      version: open.version,
      attendance: open.candidates.map(({ unitId }) => unitId),
      nominees: nominees.map(({ unitId }) => ({ unitId })),
    };
    expectAsked(await head.event(path, consent), 'password', 'mật khẩu');
    expect(done(await head.get<RoundView>(path))).toMatchObject({ state: 'open', version: open.version });
    expect((await prove(head, { password: PASSWORD })).status).toBe(204);
    expect((await head.event<RoundView>(path, consent)).body).toMatchObject({ state: 'decided' });
  });
});

describe('administration', () => {
  const province = '/api/provinces/tinh-khoi-nho';
  const names = [{ name: 'Hội Mới tỉnh Bắc Giang', shortName: 'Hội Mới', nameEn: 'New association', from: '2020-01-01' }];
  const body = { name: 'Hội đồng TĐKT tỉnh', shortName: 'Hội đồng', email: 'hoi-dong@moi.example' };

  it.each<[string, string, string, () => object]>([
    ['a province', 'POST', '/api/provinces', () => ({ slug: 'tinh-moi', name: 'Tỉnh Mới', council: body, board: body })],
    ['a unit', 'POST', `${province}/units`, () => ({ code: 'hoi-moi', names })],
    ['a person', 'POST', `${province}/people`, () => ({ name: 'Lê Thị Mới', email: 'moi@khoi-nho.example', posts: [] })],
    [
      'a bloc',
      'POST',
      '/api/blocs',
      () => ({
        province: 'tinh-khoi-nho',
        slug: 'khoi-moi',
        name: 'Khối thi đua mới',
        shortName: 'Khối mới',
        nameEn: 'New bloc',
        symbol: 'KTĐM',
        place: 'Bắc Giang',
        superior: 'TỈNH BẮC GIANG',
        issuerLines: ['KHỐI MỚI'],
      }),
    ],
  ])('of %s waits for a fresh proof', async (_, method, path, draft) => {
    const admin = await world.admin();
    await age(PROOF_MINUTES);
    expectAsked(await admin.send(method, path, draft()), 'password', 'mật khẩu');
    expect((await prove(admin, { password: PASSWORD })).status).toBe(204);
    expect((await admin.send(method, path, draft())).status).toBe(201);
  });

  it('of where checkpoints are written to waits for a fresh proof', async () => {
    const secretary = await Browser.signIn(world.url, 'secretary@khoi-nho.example', PASSWORD);
    const { version } = (await secretary.get<{ version: number }>(`${bloc.path}/checkpoint-address`)).body;
    await age(PROOF_MINUTES);
    const address = { version, address: 'moc@khoi-nho.example' };
    expectAsked(await secretary.put(`${bloc.path}/checkpoint-address`, address), 'password', 'mật khẩu');
    expect((await prove(secretary, { password: PASSWORD })).status).toBe(204);
    expect((await secretary.put(`${bloc.path}/checkpoint-address`, address)).status).toBe(200);
  });

  it('by the player of a year goes on however long the year takes', async () => {
    const session = await PersonSession.open(world.url, 'quan-tri@thidua.example', PASSWORD, 'lập · set-up');
    await age(PROOF_MINUTES);
    const made = await session.post<{ id: string }>(`${province}/units`, { code: 'hoi-nua', names }, 'lập đơn vị · unit');
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a proof', () => {
  const unit = (code: string) => ({ code, names: [{ name: 'Hội Thử', shortName: 'Hội Thử', nameEn: 'Trial', from: '2020-01-01' }] });
  const units = '/api/provinces/tinh-khoi-nho/units';

  it('is made by the code where the account has a second factor; the password alone does not do', async () => {
    const email = 'council@khoi-nho.example';
    const browser = await Browser.signIn(world.url, email, PASSWORD);
    const { secret } = done(await browser.post<FactorBegun>('/api/account/factor', { password: PASSWORD }));
    const { codes } = done(await browser.post<RecoveryCodes>('/api/account/factor/confirmation', { code: await inTime(secret) }));
    await age(PROOF_MINUTES);
    expectAsked(await browser.post(units, unit('hoi-thu')), 'code', 'mã của ứng dụng xác thực');
    expect((await prove(browser, { password: PASSWORD })).body).toMatchObject({ status: 401, code: 'needs-code' });
    expect((await prove(browser, { code: '000000' })).body).toMatchObject({ status: 401, code: 'wrong-code' });
    expectAsked(await browser.post(units, unit('hoi-thu')), 'code', 'mã của ứng dụng xác thực');
    expect((await prove(browser, { code: await inTime(secret, 1) })).status).toBe(204);
    expect((await browser.post(units, unit('hoi-thu'))).status).toBe(201);
    await age(PROOF_MINUTES);
    expect((await prove(browser, { code: codes[0] })).status).toBe(204); // the device is lost
    expect((await browser.post(units, unit('hoi-thu-hai'))).status).toBe(201);
  });

  it('is the password where the account has no second factor: a code proves nothing there', async () => {
    const browser = await world.admin();
    expect((await prove(browser, { code: '123456' })).body).toMatchObject({ code: 'wrong-password' });
    expect((await prove(browser, {})).body).toMatchObject({ code: 'wrong-shape' });
    expect((await prove(browser, { password: PASSWORD, code: '123456' })).body).toMatchObject({ code: 'wrong-shape' });
    expect((await prove(world.stranger(), { password: PASSWORD })).body).toMatchObject({ code: 'sign-in-needed' });
  });

  it('belongs to its session: another one of the same person has to make its own, and signing in anew is one', async () => {
    const [here, there] = [await world.admin(), await world.admin()];
    await age(PROOF_MINUTES);
    expect((await prove(here, { password: PASSWORD })).status).toBe(204);
    expectAsked(await there.post(units, unit('hoi-khac')), 'password', 'mật khẩu');
    expect((await here.send('DELETE', '/api/session')).status).toBe(204);
    expect((await here.post(units, unit('hoi-khac'))).body.code).toBe('sign-in-needed');
    expect((await prove(here, { password: PASSWORD })).body.code).toBe('sign-in-needed');
    expect((await (await world.admin()).post(units, unit('hoi-khac'))).status).toBe(201);
  });

  it('is guessed at no more often than a second factor, in one count with it and with the change of a password', async () => {
    const browser = await Browser.signIn(world.url, 'u5.officer@khoi-nho.example', PASSWORD);
    const guess = { password: 'đoán mò' };
    const guesses = [
      await prove(browser, guess),
      await browser.post('/api/account/factor', guess),
      await browser.put('/api/account/password', { current: 'đoán mò', next: 'ba con mèo ngủ trên mái đình' }),
    ];
    for (let more = 0; more < 5; more += 1) guesses.push(await prove(browser, guess));
    expect(new Set(guesses.map(({ body }) => body.code))).toEqual(new Set(['wrong-password']));
    const closed = await prove(browser, { password: PASSWORD });
    expect(closed.body).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await browser.put('/api/account/password', { current: PASSWORD, next: 'ba con mèo ngủ trên mái đình' })).status).toBe(429);
  });
});
