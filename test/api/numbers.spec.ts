import { textOfPages } from '@thidua/api/platform/pdf/reading';
import { DeadlineSenders } from '@thidua/api/platform/worker/deadline-senders';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { DocumentView, RegisterLine } from '@thidua/workflows/register/document.schema';
import { signerFile } from '@thidua/api/signature/key-files';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkedDocument, documentAs, documentPath, fileOf, makeDocument, preparedDocument, press, sign, signedDocument } from '../support/documents.js'; // prettier-ignore
import { besideBloc } from '../support/second-bloc.js';
import { makeDecidedBloc, makeFrozenBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import { CYCLE, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
const workers: RunningWorker[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});
afterAll(() => world.close());

const work = async () => void workers.push(await startWorkerOf(world));
const register = async (bloc: SmallBloc, person = 'secretary') =>
  done(await (await bloc.person(person)).get<{ items: RegisterLine[] }>(`${bloc.path}/register?year=2020`)).items;
const reason = 'Đề nghị sửa tên gọi của một đơn vị.';

describe('the register of outgoing documents', () => {
  it('shows every number that was given, and for one that is void why', async () => {
    const bloc = await makeFrozenBloc(world, 'khoi-so');
    await work();
    const opened = await preparedDocument(bloc, 'BC');
    done(await press(bloc, 'u1.head', opened, { type: 'return', reason }));
    expect(await documentAs(bloc, 'secretary', opened)).toMatchObject({
      state: 'returned',
      number: null,
      sha256: null,
      signer: null,
      reason,
    });
    done(await press(bloc, 'secretary', opened, { type: 'propose' }));
    done(await press(bloc, 'records', opened, { type: 'pass' }));
    await sign(bloc, done(await press(bloc, 'u1.head', opened, { type: 'prepare' })));
    done(await press(bloc, 'records', opened, { type: 'issue' }));
    const lines = await register(bloc);
    expect(lines.map(({ number, state, reason: why, signer, issuedOn }) => [number, state, why, signer, issuedOn])).toEqual([
      ['01/BC-KTĐT', 'void', `Trả lại trước khi ký: ${reason}`, null, null],
      ['02/BC-KTĐT', 'used', null, 'Người u1.head', '2020-12-11'],
    ]);
    expect(lines[1]).toMatchObject({ kept: 'Lưu: VT, Hội U1', recipients: expect.arrayContaining(['Hội đồng TĐKT tỉnh']) });
    expect((await register(bloc, 'u4.officer')).length).toBe(2);
  });

  it('begins each type anew, and each year', async () => {
    const bloc = await makeFrozenBloc(world, 'khoi-loai');
    await work();
    expect((await signedDocument(bloc, 'BB')).number).toBe('01/BB-KTĐT');
    const first = await signedDocument(bloc, 'BC');
    expect(first.number).toBe('01/BC-KTĐT');
    await bloc.setClock('2021-01-04T02:00:00Z');
    const later = await signedDocument(bloc, 'BC', { replaces: { id: first.id, reason: 'Ghi nhầm số liệu của một đơn vị.' } });
    expect(later).toMatchObject({ number: '01/BC-KTĐT', day: '2021-01-04' });
    expect((await register(bloc)).map(({ day }) => day)).toEqual(['2020-12-11', '2020-12-11', '2021-01-04']);
  });
});

describe('a day that is over', () => {
  let bloc: SmallBloc;
  let minutes: DocumentView;
  beforeAll(async () => {
    bloc = await makeDecidedBloc(world, 'khoi-het-ngay');
    minutes = await checkedDocument(bloc, 'BB');
  });
  const kept = (count: number) =>
    eventually(async () => {
      const done = `select count(*)::int as n from deadline where record_id = $1 and event = 'expire' and done_at is not null`;
      return (await world.owner.query<{ n: number }>(done, [minutes.id])).rows[0]!.n === count;
    });

  it('is over also before anybody has kept it: nothing is signed under yesterday’s number', async () => {
    const opened = done(await press(bloc, 'u1.head', minutes, { type: 'prepare' }));
    await bloc.setClock('2020-12-10T17:00:01Z'); // past midnight in Viet Nam
    const refused = await press(bloc, 'u1.head', opened, { type: 'sign', sha256: opened.sha256 });
    expect(refused.body).toMatchObject({ status: 409, code: 'needs-day-of-number', detail: expect.stringContaining('2020-12-10') });
  });

  it('voids the number of what was not signed, with its reason, also when nobody worked at midnight', async () => {
    await work();
    await kept(1);
    expect(await documentAs(bloc, 'secretary', minutes)).toMatchObject({ state: 'checked', number: null });
    expect(await register(bloc)).toMatchObject([{ number: '01/BB-KTĐT', state: 'void', reason: 'Chưa ký trong ngày cấp số' }]);
    const letter = `select facts ->> 'number' as number from delivery where record_id = $1 and letter = 'document-expired'`;
    expect((await world.owner.query(letter, [minutes.id])).rows).toEqual([{ number: '01/BB-KTĐT' }]);
  });

  it('does not touch a number that was given since', async () => {
    const opened = done(await press(bloc, 'u1.head', minutes, { type: 'prepare' }));
    expect(opened).toMatchObject({ number: '02/BB-KTĐT', day: '2020-12-11' });
    done(await press(bloc, 'u1.head', minutes, { type: 'return', reason }));
    await bloc.setClock('2020-12-14T02:00:00Z');
    done(await press(bloc, 'secretary', minutes, { type: 'propose' }));
    done(await press(bloc, 'records', minutes, { type: 'pass' }));
    const again = done(await press(bloc, 'u1.head', minutes, { type: 'prepare' }));
    await work(); // the deadline of the 11th is kept only now
    await kept(2);
    expect(await documentAs(bloc, 'secretary', minutes)).toMatchObject({ state: 'prepared', number: again.number, day: '2020-12-14' });
    expect((await sign(bloc, again)).number).toBe('03/BB-KTĐT');
  });
});

describe('two documents that are opened at the same moment', () => {
  it('get two numbers of one series, without a gap; one document that two people open is opened once', async () => {
    const shared = { ...CYCLE, rules: { ...CYCLE.rules, numberSeries: 'head-unit' as const } };
    const bloc = await makeFrozenBloc(world, 'khoi-chung-so', { cycle: shared });
    const other = await besideBloc(world, bloc, 'khoi-chung-so-2', shared);
    const documents: [SmallBloc, DocumentView][] = [[bloc, await checkedDocument(bloc, 'BC')], [other, await checkedDocument(other, 'BC')]]; // prettier-ignore
    const given: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const opened = await Promise.all(documents.map(([place, document]) => press(place, 'u1.head', document, { type: 'prepare' })));
      given.push(...opened.map((answer) => done(answer).number!));
      for (const [place, document] of documents) {
        done(await press(place, 'u1.head', document, { type: 'return', reason }));
        done(await press(place, 'secretary', document, { type: 'propose' }));
        done(await press(place, 'records', document, { type: 'pass' }));
      }
    }
    expect(given.sort()).toEqual(Array.from({ length: 4 }, (_, n) => `0${n + 1}/BC-KTĐT`));
    const [place, document] = documents[0]!;
    const { version } = await documentAs(place, 'secretary', document);
    const head = await place.person('u1.head');
    const answers = await Promise.all([1, 2].map(() => head.event(documentPath(place, document), { type: 'prepare', version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'stale' });
  });

  it('are told so when the number is taken again and again', async () => {
    const bloc = await makeDecidedBloc(world, 'khoi-tranh-so');
    const checked = await checkedDocument(bloc, 'BB');
    // Somebody else is always quicker: each time the series is locked, it has gone on.
    await world.owner.query(`
      create function quicker() returns trigger language plpgsql as $$ begin
        if new.last = old.last then new.last := old.last + 1; end if; return new; end $$;
      create trigger quicker before update on number_series for each row execute function quicker();
      insert into number_series (province_id, owner_id, year, type) select province_id, bloc_id, 2020, 'BB' from cycle where id = '${bloc.cycleId}'`);
    const refused = await press(bloc, 'u1.head', checked, { type: 'prepare' });
    await world.owner.query('drop trigger quicker on number_series; drop function quicker()');
    expect(refused.body).toMatchObject({ status: 409, code: 'needs-next-number', next: expect.stringMatching(/\S/) });
    expect(await register(bloc)).toEqual([]);
  });
});

describe('a signature', () => {
  let bloc: SmallBloc;
  let opened: DocumentView;
  beforeAll(async () => {
    bloc = await makeDecidedBloc(world, 'khoi-ky');
    opened = await preparedDocument(bloc, 'BB');
  });

  it('that cannot be made leaves the document as it was, with the reason, to be signed again', async () => {
    await work();
    const { rows } = await world.owner.query<{ person: string; unit: string }>(
      'select prepared_by as person, head_unit_id as unit from document where id = $1',
      [opened.id],
    );
    const file = join(world.dataDir, 'keys', `${signerFile(rows[0]!.person, rows[0]!.unit, 'Hội U1 tỉnh Bắc Giang')}.pem`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'no key');
    done(await press(bloc, 'u1.head', opened, { type: 'sign', sha256: opened.sha256 }));
    const failed = await eventually(async () => {
      const now = await documentAs(bloc, 'u1.head', opened);
      return now.state === 'prepared' && now;
    });
    expect(failed).toMatchObject({ number: opened.number, sha256: opened.sha256, reason: expect.stringContaining('Chưa tạo được chữ ký') });
    rmSync(file);
    await workers.pop()!.stop();
  });

  it('is finished once, however often the program is told to finish it', async () => {
    done(await press(bloc, 'u1.head', opened, { type: 'sign', sha256: opened.sha256 }));
    const place = (
      await world.owner.query('select bloc_id as "blocId", province_id as "provinceId" from document where id = $1', [opened.id])
    ).rows[0];
    const finish = () => world.app.get(DeadlineSenders).of('Document')(place, opened.id, 'finish');
    await Promise.allSettled([finish(), finish(), finish()]);
    await finish();
    expect(await documentAs(bloc, 'secretary', opened)).toMatchObject({ state: 'signed' });
    const count = `select (select count(*)::int from document_file where document_id = $1 and kind = 'signed') as files,
      (select count(*)::int from journal where record_id = $1 and body::jsonb ->> 'event' = 'finish') as entries`;
    expect((await world.owner.query(count, [opened.id])).rows).toEqual([{ files: 1, entries: 1 }]);
  });
});

describe('a mistake after signing', () => {
  it('is mended by a document that replaces, says so, and is replaced but once', async () => {
    const bloc = await makeFrozenBloc(world, 'khoi-thay');
    await work();
    const draft = await makeDocument(bloc, 'BC');
    const because = { reason: 'Ghi nhầm số hội viên của một đơn vị.' };
    const ask = (id: string) => bloc.person('secretary').then((person) => person.post(`${bloc.path}/documents`, { type: 'BC', year: 2020, replaces: { id, ...because } })); // prettier-ignore
    expect((await ask(draft.id)).body).toMatchObject({ status: 409, code: 'needs-signed-original' });
    done(await press(bloc, 'secretary', draft, { type: 'propose' }));
    done(await press(bloc, 'records', draft, { type: 'pass' }));
    const original = await sign(bloc, done(await press(bloc, 'u1.head', draft, { type: 'prepare' })));
    const replacement = await signedDocument(bloc, 'BC', { replaces: { id: original.id, ...because } });
    expect(replacement).toMatchObject({ number: '02/BC-KTĐT', replaces: { id: original.id, number: '01/BC-KTĐT', ...because } });
    expect(await documentAs(bloc, 'secretary', original)).toMatchObject({
      replacedBy: { id: replacement.id, number: '02/BC-KTĐT', state: 'signed' },
    });
    expect((await ask(original.id)).body).toMatchObject({ status: 409, code: 'needs-signed-original' });
    const [first] = await textOfPages(await fileOf(bloc, 'secretary', replacement));
    expect(first!.replace(/\s+/g, ' ')).toContain('(Thay thế Báo cáo số 01/BC-KTĐT ngày 11 tháng 12 năm 2020)');
  });
});
