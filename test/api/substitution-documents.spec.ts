import { textOfPages } from '@thidua/api/platform/pdf/reading';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { History } from '@thidua/workflows/record';
import type { SignatureReport } from '@thidua/workflows/register/document.schema';
import { randomUUID } from 'node:crypto';
import { checkedDocument, documentAs, documentPath, fileOf, press } from '../support/documents.js';
import { mailboxOf } from '../support/papers.js';
import { makeFrozenBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { addDeputies, end, name } from '../support/substitution.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

describe('a document that is signed in the head’s stead', () => {
  let world: World;
  let frozen: SmallBloc;
  let worker: RunningWorker;
  const textOf = async (bytes: Buffer): Promise<string> => (await textOfPages(bytes)).join('\n').replace(/\s+/g, ' ');
  const reportOf = async (person: string, document: { id: string }) =>
    done(await (await frozen.person(person)).get<SignatureReport>(`${documentPath(frozen, document)}/signature`));
  const signedBy = async (person: string, document: { id: string }) => {
    const { sha256 } = await documentAs(frozen, person, document);
    done(await press(frozen, person, document, { type: 'sign', sha256 }));
    return eventually(async () => {
      const now = await documentAs(frozen, 'secretary', document);
      return now.state === 'signed' && now;
    });
  };
  beforeAll(async () => {
    world = await startWorld();
    frozen = await makeFrozenBloc(world, 'khoi-ky-thay');
    await addDeputies(world, frozen, ['u1']);
    worker = await startWorkerOf(world);
  });
  afterAll(async () => {
    await worker.stop();
    await world.close();
  });

  it('bears KT. with both names, when the head of the deputy’s unit signs for the bloc’s head, under the seal that the year’s rules name', async () => {
    const given = await name(frozen, 'u1.head', 'u5.head', { ofBloc: true, areas: ['documents'] });
    const document = await checkedDocument(frozen, 'BC');
    // Who stands in is asked for the signature too.
    const asked = async () =>
      (await mailboxOf(world).list()).filter(({ subject }) => subject.includes('chờ Trưởng Khối ký')).map(({ to }) => to);
    const both = ['u1.head@khoi-ky-thay.example', 'u5.head@khoi-ky-thay.example'];
    expect(await eventually(async () => (await asked()).length > 1 && (await asked()).sort())).toEqual(both);
    expect(await textOf(await fileOf(frozen, 'records', document))).toContain('KT. TRƯỞNG KHỐI PHÓ TRƯỞNG KHỐI Người u5.head');
    const own = await press(frozen, 'u1.head', document, { type: 'prepare' });
    expect(own.body).toMatchObject({
      status: 409,
      code: 'needs-no-delegation',
      detail: 'Ông/bà đã giao cho Người u5.head đến 17 giờ 00 ngày 31/12/2020.',
      next: expect.stringContaining('Thu lại'),
    });
    const opened = done(await press(frozen, 'u5.head', document, { type: 'prepare' }));
    expect(opened.signer).toEqual({
      name: 'Người u5.head',
      post: 'Chủ tịch Hội U5 tỉnh Bắc Giang',
      manner: 'KT',
      mannerName: 'ký thay',
      principal: 'Người u1.head',
    });
    expect(await textOf(await fileOf(frozen, 'u5.head', document))).toContain(
      'TM. KHỐI THI ĐUA KT. TRƯỞNG KHỐI PHÓ TRƯỞNG KHỐI Người u5.head Chủ tịch Hội U5 tỉnh Bắc Giang',
    );
    await signedBy('u5.head', document);
    expect(await reportOf('secretary', document)).toMatchObject({
      valid: true,
      signer: 'Người u5.head',
      organisation: 'Hội U1 tỉnh Bắc Giang',
    });
    expect((await fileOf(frozen, 'secretary', document)).length).toBeGreaterThan(1_000);
    const { items } = done(await (await frozen.person('secretary')).get<History>(`${documentPath(frozen, document)}/history`));
    expect(items.map(({ sentence }) => sentence)).toContain('Hội U1 (Người u5.head, ký thay Người u1.head): Ký văn bản');
    done(await end(frozen, 'u1.head', given));
  });

  it('bears the seal of the deputy’s unit where the rules say so, and CHỦ TỌA above KT. on minutes', async () => {
    await world.owner.query(`update cycle set rules = rules || '{"sealOfSubstitute": "deputy-unit"}' where id = $1`, [frozen.cycleId]);
    const given = await name(frozen, 'u1.head', 'u5.head', { ofBloc: true, areas: ['documents'] });
    const document = await checkedDocument(frozen, 'BB');
    done(await press(frozen, 'u5.head', document, { type: 'prepare' }));
    expect(await textOf(await fileOf(frozen, 'u5.head', document))).toContain('CHỦ TỌA KT. TRƯỞNG KHỐI PHÓ TRƯỞNG KHỐI');
    await signedBy('u5.head', document);
    expect(await reportOf('secretary', document)).toMatchObject({
      valid: true,
      signer: 'Người u5.head',
      organisation: 'Hội U5 tỉnh Bắc Giang',
    });
    done(await end(frozen, 'u1.head', given));
  });

  it.each([
    ['KT', 'u1.deputy', 'TM. KHỐI THI ĐUA KT. TRƯỞNG KHỐI PHÓ CHỦ TỊCH Người u1.deputy Phó Chủ tịch Hội U1 tỉnh Bắc Giang'],
    ['TUQ', 'u1.officer', 'TM. KHỐI THI ĐUA TUQ. TRƯỞNG KHỐI CHUYÊN VIÊN Người u1.officer Chuyên viên Hội U1 tỉnh Bắc Giang'],
  ] as const)('bears %s. with the own title of the deputy or officer of the head’s unit', async (manner, person, words) => {
    const document = (await documentsOf('TTr')) ?? (await checkedDocument(frozen, 'TTr'));
    const given = await name(frozen, 'u1.head', person, { manner, areas: ['documents'] });
    done(await press(frozen, person, document, { type: 'prepare' }));
    expect(await textOf(await fileOf(frozen, person, document))).toContain(words);
    done(await end(frozen, 'u1.head', given));
    const { sha256 } = await documentAs(frozen, 'secretary', document);
    expect((await press(frozen, person, document, { type: 'sign', sha256 })).status).toBeGreaterThanOrEqual(403);
    done(await press(frozen, 'u1.head', document, { type: 'return', reason: 'Lãnh đạo tự ký văn bản này.' }));
    done(await press(frozen, 'secretary', document, { type: 'propose' }));
    done(await press(frozen, 'records', document, { type: 'pass' }));
  });

  it('is announced to whoever stands in for the bloc’s head in its own year, and not for another year', async () => {
    const document = (await documentsOf('TTr')) ?? (await checkedDocument(frozen, 'TTr'));
    const nextYear = randomUUID();
    await world.owner.query(
      `insert into cycle select (jsonb_populate_record(c, jsonb_build_object('id', $2::text, 'year', c.year + 1))).* from cycle c where id = $1`,
      [frozen.cycleId, nextYear],
    );
    for (const [cycleId, reached] of [
      [nextYear, ['u1.head']],
      [frozen.cycleId, ['u1.head', 'u5.head']],
    ] as const) {
      done(await press(frozen, 'u1.head', document, { type: 'return', reason: 'Sửa lại thể thức của văn bản.' }));
      done(await press(frozen, 'secretary', document, { type: 'propose' }));
      const given = await name(frozen, 'u1.head', 'u5.head', { ofBloc: true, areas: ['documents'], cycleId });
      done(await press(frozen, 'records', document, { type: 'pass' }));
      const { rows } = await world.owner.query<{ address: string }>(
        `select address from delivery where record_id = $1 and n = (select max(n) from delivery where record_id = $1) order by address`,
        [document.id],
      );
      expect(rows.map(({ address }) => address.split('@')[0])).toEqual(reached);
      done(await end(frozen, 'u1.head', given));
    }
  });

  const documentsOf = async (type: string) =>
    done(await (await frozen.person('secretary')).get<{ items: { id: string }[] }>(`${frozen.path}/documents?type=${type}`)).items[0];
});
