import { textOfPages } from '@thidua/api/platform/pdf/reading';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import type { DocumentText, DocumentView, SignatureReport } from '@thidua/workflows/register/document.schema';
import type { Problem } from '@thidua/workflows/problem';
import { createHash } from 'node:crypto';
import type { Answer } from '../support/client.js';
import { checkedDocument, documentAs, documentPath, fileOf, makeDocument, press, preparedDocument, sign, signedDocument } from '../support/documents.js'; // prettier-ignore
import { addPost, handOver } from '../support/posts.js';
import { freezeReport, makeDecidedBloc, makeFrozenBloc, makeScoredBloc, OWN_PARTS, reportAs, reportPath } from '../support/report.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let worker: RunningWorker;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeFrozenBloc(world, 'khoi-van-ban');
  worker = await startWorkerOf(world);
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const textOf = async (bytes: Buffer): Promise<string> => (await textOfPages(bytes)).join('\n').replace(/\s+/g, ' ');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const papersOf = async (person: string, type: string): Promise<DocumentView[]> =>
  done(await (await bloc.person(person)).get<{ items: DocumentView[] }>(`${bloc.path}/documents?year=2020&type=${type}`)).items;

/** A refusal by its name, in Vietnamese, with what to do next. */
function expectRefused(answer: Answer, code: Problem['code'], words: string, status = 409): void {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect({ ...answer.body, status: answer.status }).toMatchObject({
    status,
    code,
    type: `/problems/${code}`,
    detail: expect.stringContaining(words),
    next: expect.stringMatching(/\S/),
  });
}

describe('a document on its way out of the door', () => {
  it('is made, proposed, checked, opened under number and day, signed as it was shown, and issued', async () => {
    const draft = await makeDocument(bloc, 'BC');
    expect(draft).toMatchObject({ state: 'draft', typeName: 'Báo cáo', number: null, day: null, contentCurrent: true });
    expect(draft.format.filter(({ holds }) => !holds)).toEqual([]);
    expect(await textOf(await fileOf(bloc, 'secretary', draft))).toContain('DỰ THẢO – BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ');
    done(await press(bloc, 'secretary', draft, { type: 'propose' }));
    done(await press(bloc, 'records', draft, { type: 'pass' }));
    const opened = done(await press(bloc, 'u1.head', draft, { type: 'prepare' }));
    expect(opened).toMatchObject({ state: 'prepared', number: '01/BC-KTĐT', day: '2020-12-11', signer: { name: 'Người u1.head' } });
    const viewed = await fileOf(bloc, 'u1.head', draft);
    expect(sha256(viewed)).toBe(opened.sha256);
    const text = await textOf(viewed);
    expect(text).toContain('Số: 01/BC-KTĐT Bắc Giang, ngày 11 tháng 12 năm 2020 BÁO CÁO');
    expect(text).toContain('(Kèm theo Báo cáo số 01/BC-KTĐT ngày 11 tháng 12 năm 2020 của Khối thi đua thử)');
    expect(text).toContain('TM. KHỐI THI ĐUA TRƯỞNG KHỐI Người u1.head Chủ tịch Hội U1 tỉnh Bắc Giang');
    const signed = await sign(bloc, opened);
    const file = await fileOf(bloc, 'secretary', draft);
    expect(sha256(file)).toBe(signed.sha256);
    expect(file.subarray(0, viewed.length).equals(viewed)).toBe(true);
    const issued = done(await press(bloc, 'records', draft, { type: 'issue' }));
    expect(issued).toMatchObject({ state: 'issued', number: '01/BC-KTĐT', sha256: signed.sha256 });
  });

  it('tells whoever may read it whether its signature holds, who signed, and that it is one of development', async () => {
    const { items } = done(await (await bloc.person('u4.officer')).get<{ items: DocumentView[] }>(`${bloc.path}/documents`));
    const report = await (await bloc.person('u4.officer')).get<SignatureReport>(`${documentPath(bloc, items[0]!)}/signature`);
    expect(report.body).toMatchObject({
      valid: true,
      wholeDocument: true,
      signer: 'Người u1.head',
      organisation: 'Hội U1 tỉnh Bắc Giang',
      development: true,
      needs: [],
    });
  });

  it('is kept under its number, and told as text in the order of reading', async () => {
    const { items } = done(await (await bloc.person('u4.officer')).get<{ items: DocumentView[] }>(`${bloc.path}/documents`));
    const path = documentPath(bloc, items[0]!);
    const pdf = await (await bloc.person('u4.officer')).get(`${path}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe(
      `inline; filename="01-BC-KTDT.pdf"; filename*=UTF-8''${encodeURIComponent('01-BC-KTĐT.pdf')}`,
    );
    const { blocks } = done(await (await bloc.person('u4.officer')).get<DocumentText>(`${path}/text`));
    expect(blocks).toContainEqual({ kind: 'heading', level: 4, text: '3.4. Hội U4 tỉnh Bắc Giang' });
    expect(blocks).toContainEqual({ kind: 'line', text: 'Số: 01/BC-KTĐT', bold: false });
  });

  it('says in its history who did what', async () => {
    const { items } = done(await (await bloc.person('secretary')).get<{ items: DocumentView[] }>(`${bloc.path}/documents`));
    const history = await (
      await bloc.person('secretary')
    ).get<{ items: { sentence: string }[] }>(`${documentPath(bloc, items[0]!)}/history`);
    expect(history.body.items.map(({ sentence }) => sentence)).toEqual([
      'Người secretary: Lập văn bản',
      'Người secretary: Trình văn bản',
      'Người records: Đạt thể thức',
      'Hội U1 (Người u1.head): Mở bản ký',
      'Hội U1 (Người u1.head): Ký văn bản',
      'Hệ thống: Hoàn tất chữ ký',
      'Người records: Phát hành',
    ]);
  });

  it('of minutes names place, hours, chair and secretary, whose confirmation stands for a signature', async () => {
    const minutes = await signedDocument(bloc, 'BB', { meetingPlace: 'Hội trường Hội U1' });
    const text = await textOf(await fileOf(bloc, 'secretary', minutes));
    for (const part of [
      'Thời gian bắt đầu: 09 giờ 00, ngày 10 tháng 12 năm 2020.',
      'Địa điểm: Hội trường Hội U1.',
      'Chủ tọa: Người u1.head, Chủ tịch Hội U1 tỉnh Bắc Giang.',
      'Thư ký (người ghi biên bản): Người secretary, Thư ký Khối.',
      '1. Đại diện 07/07 đơn vị thành viên',
      '(Đã xác nhận trên hệ thống lúc 09 giờ 00 ngày 11/12/2020) Người secretary',
      'ĐIỂM CHẤM CHÉO GIỮA CÁC ĐƠN VỊ NĂM 2020',
    ])
      expect(text).toContain(part);
  });

  it('of minutes with single peers’ marks is for the council: no other line, and no member reads it when it is issued', async () => {
    const refused = await (
      await bloc.person('secretary')
    ).post(`${bloc.path}/documents`, {
      type: 'BB',
      year: 2020,
      recipients: [{ to: 'council', text: 'Hội đồng' }, { to: 'members', text: 'Các đơn vị' }], // prettier-ignore
    });
    expectRefused(refused, 'needs-council-lines', 'chỉ gửi Hội đồng và cơ quan thường trực', 422);
    const [minutes] = await papersOf('secretary', 'BB');
    expect(minutes!.recipients.map(({ to }) => to)).toEqual(['council', 'board', 'archive']);
    done(await press(bloc, 'records', minutes!, { type: 'issue' }));
    expect((await papersOf('council', 'BB')).map(({ state }) => state)).toEqual(['issued']);
    for (const name of ['u4.officer', 'u4.head', 'u2.head']) {
      expect(await papersOf(name, 'BB')).toEqual([]);
      expect((await (await bloc.person(name)).get(`${documentPath(bloc, minutes!)}/pdf`)).status).toBe(404);
    }
  });

  it('of submission names report and minutes by their numbers, once both are signed', async () => {
    const letter = await signedDocument(bloc, 'TTr');
    const text = await textOf(await fileOf(bloc, 'secretary', letter));
    expect(text).toContain('Báo cáo số 01/BC-KTĐT ngày 11 tháng 12 năm 2020; - Biên bản số 01/BB-KTĐT ngày 11 tháng 12 năm 2020.');
    expect(text).toContain('Tặng Cờ thi đua của UBND tỉnh cho 01 tập thể: - Hội U1 tỉnh Bắc Giang.');
  });

  it('carries no single peer’s marks into the report', async () => {
    const { items } = done(await (await bloc.person('u4.officer')).get<{ items: DocumentView[] }>(`${bloc.path}/documents?type=BC`));
    expect(await textOf(await fileOf(bloc, 'u4.officer', items[0]!))).not.toMatch(/chấm chéo giữa/i);
  });
});

describe('a year', () => {
  it('is not closed while a document of it is not issued', async () => {
    const head = await bloc.person('u1.head');
    const path = `${bloc.path}/cycles/${bloc.cycleId}`;
    const { version } = done(await head.get<{ version: number }>(path));
    expectRefused(await head.event(path, { type: 'close', version }), 'needs-issued-papers', 'văn bản chưa phát hành');
  });
});

describe('a document is not', () => {
  it('made twice for a year', async () => {
    const answer = await (await bloc.person('secretary')).post(`${bloc.path}/documents`, { type: 'BC', year: 2020 });
    expectRefused(answer, 'already-exists', 'Báo cáo năm 2020');
  });

  it('made while the year has no rounds, nor for a year that is not there', async () => {
    const young = await makeSmallBloc(world, 'khoi-chua-mo');
    const secretary = await young.person('secretary');
    expectRefused(await secretary.post(`${young.path}/documents`, { type: 'BB', year: 2020 }), 'needs-decided-rounds', 'chưa có kết quả');
    expectRefused(await secretary.post(`${young.path}/documents`, { type: 'BB', year: 2031 }), 'unknown-reference', '2031', 422);
  });

  it('made from a character that no font prints; the place is named', async () => {
    const other = await makeDecidedBloc(world, 'khoi-ky-tu');
    const answer = await (
      await other.person('secretary')
    ).post(`${other.path}/documents`, { type: 'BB', year: 2020, meetingPlace: 'Nhà văn hóa ✓' });
    expectRefused(answer, 'cannot-print', '“✓” (U+2713), “✓.”, địa điểm hội nghị', 422);
  });

  it('proposed before the report is frozen, nor before the rounds are decided', async () => {
    const unfrozen = await makeDecidedBloc(world, 'khoi-chua-chot');
    const report = await makeDocument(unfrozen, 'BC');
    expectRefused(await press(unfrozen, 'secretary', report, { type: 'propose' }), 'needs-frozen-report', 'chưa chốt');
    const undecided = await makeScoredBloc(world, 'khoi-chua-xet');
    const minutes = await makeDocument(undecided, 'BB');
    expectRefused(await press(undecided, 'secretary', minutes, { type: 'propose' }), 'needs-decided-rounds', 'Còn 2 vòng');
  });

  it('proposed as a letter while report or minutes are unsigned', async () => {
    const other = await makeDecidedBloc(world, 'khoi-to-trinh');
    const letter = await makeDocument(other, 'TTr');
    expectRefused(await press(other, 'secretary', letter, { type: 'propose' }), 'needs-signed-papers', 'Báo cáo, Biên bản');
  });

  it('proposed, passed or opened when the year’s records changed after it was composed', async () => {
    const other = await makeFrozenBloc(world, 'khoi-doi');
    const change = async () => {
      const { id, version } = await reportAs(other, 'u1.head');
      const reason = 'Bổ sung đánh giá chung theo góp ý của hội nghị.';
      done(await (await other.person('u1.head')).event(reportPath(other, { id }), { type: 'reopen', version, reason }));
      await freezeReport(other, { ...OWN_PARTS, assessment: [...OWN_PARTS.assessment, 'Phong trào đi vào chiều sâu.'] });
    };
    const report = await makeDocument(other, 'BC');
    await change();
    expectRefused(await press(other, 'secretary', report, { type: 'propose' }), 'needs-current-content', 'đã thay đổi');
    const compiled = done(await press(other, 'secretary', report, { type: 'compile' }));
    expect(compiled.contentCurrent).toBe(true);
    done(await press(other, 'secretary', report, { type: 'propose' }));
    await change();
    expectRefused(await press(other, 'records', report, { type: 'pass' }), 'needs-current-content', 'đã thay đổi');
    done(await press(other, 'records', report, { type: 'return', reason: 'Hồ sơ đã thay đổi, đề nghị lập lại.' }));
    done(await press(other, 'secretary', report, { type: 'compile' }));
    done(await press(other, 'secretary', report, { type: 'propose' }));
    done(await press(other, 'records', report, { type: 'pass' }));
    await change();
    expectRefused(await press(other, 'u1.head', report, { type: 'prepare' }), 'needs-current-content', 'đã thay đổi');
  });

  it('passed with a fault of format; the faults are named', async () => {
    const other = await makeDecidedBloc(world, 'khoi-the-thuc');
    const minutes = await makeDocument(other, 'BB', { recipients: [{ to: 'council', text: 'Hội đồng' }, { to: 'board', text: 'Cơ quan thường trực' }] }); // prettier-ignore
    expect(minutes.format.filter(({ holds }) => !holds).map(({ rule }) => rule)).toEqual(['kept-copy']);
    done(await press(other, 'secretary', minutes, { type: 'propose' }));
    expectRefused(
      await press(other, 'records', minutes, { type: 'pass' }),
      'needs-sound-format',
      'Còn 1 điểm chưa đúng thể thức: Dòng lưu',
    );
  });

  it('signed when other pages were viewed, nor by anyone but the person whose name it bears', async () => {
    const other = await makeFrozenBloc(world, 'khoi-ky-sai');
    const opened = await preparedDocument(other, 'BC');
    expectRefused(
      await press(other, 'u1.head', opened, { type: 'sign', sha256: 'a'.repeat(64) }),
      'needs-viewed-pages',
      'Bản ông/bà đã xem',
    );
    await handOver(other, 'u1.head', 'u1.second');
    const named = await press(other, 'u1.second', opened, { type: 'sign', sha256: opened.sha256 });
    expectRefused(named, 'needs-named-signatory', 'mang tên Người u1.head');
    const seen = await documentAs(other, 'u1.second', opened);
    expect(seen.actions.find(({ type }) => type === 'sign')?.needs.map(({ code }) => code)).toEqual(['needs-named-signatory']);
  });
});

describe('three pairs of eyes', () => {
  const reason = 'Đề nghị rà lại tên gọi các đơn vị.';

  it('stand before every signature: nobody passes or signs what they proposed', async () => {
    const other = await makeFrozenBloc(world, 'khoi-hai-mat');
    for (const role of ['bloc-secretary', 'records-officer'])
      await addPost(world, other, 'u1.head', { role, bloc: other.bloc, year: 2020 });
    const report = await makeDocument(other, 'BC');
    done(await press(other, 'u1.head', report, { type: 'propose' }));
    expectRefused(await press(other, 'u1.head', report, { type: 'pass' }), 'own-entry', 'không được tự xét duyệt', 403);
    expectRefused(await press(other, 'u1.head', report, { type: 'return', reason }), 'own-entry', 'không được tự xét duyệt', 403);
    done(await press(other, 'records', report, { type: 'pass' }));
    expectRefused(await press(other, 'u1.head', report, { type: 'prepare' }), 'own-entry', 'không được tự xét duyệt', 403);
  });

  it('stand before every signature: nobody signs what they passed', async () => {
    const other = await makeFrozenBloc(world, 'khoi-ba-mat');
    await addPost(world, other, 'u1.head', { role: 'records-officer', bloc: other.bloc, year: 2020 });
    const report = await makeDocument(other, 'BC');
    done(await press(other, 'secretary', report, { type: 'propose' }));
    done(await press(other, 'u1.head', report, { type: 'pass' }));
    expectRefused(await press(other, 'u1.head', report, { type: 'prepare' }), 'own-entry', 'không được tự xét duyệt', 403);
    await handOver(other, 'u1.head', 'u1.second');
    done(await press(other, 'u1.second', report, { type: 'prepare' }));
  });

  it('see what is not theirs only once it is issued', async () => {
    const other = await makeFrozenBloc(world, 'khoi-xem');
    const checked = await checkedDocument(other, 'BC');
    for (const person of ['u3.head', 'u3.officer', 'council']) {
      expectRefused(await (await other.person(person)).get(documentPath(other, checked)), 'not-found', 'Không tìm thấy', 404);
      expect((await (await other.person(person)).get(`${documentPath(other, checked)}/pdf`)).status).toBe(404);
    }
    await sign(other, done(await press(other, 'u1.head', checked, { type: 'prepare' })));
    expectRefused(
      await (await other.person('council')).get(`${documentPath(other, checked)}/signature`),
      'not-found',
      'Không tìm thấy',
      404,
    );
    done(await press(other, 'records', checked, { type: 'issue' }));
    expect(await documentAs(other, 'council', checked)).toMatchObject({ state: 'issued', actions: [] });
    expectRefused(await press(other, 'u3.head', checked, { type: 'issue' }), 'forbidden', 'không thuộc quyền', 403);
  });
});
