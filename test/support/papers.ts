import type { DeliveryView, DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import { StoredMail } from '@thidua/api/platform/mail/stored-mail';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { press, signedDocument } from './documents.js';
import { makeFrozenBloc } from './report.js';
import { done } from './scores.js';
import { makeSmallBloc, type SmallBloc } from './small-bloc.js';
import { eventually } from './worker.js';
import type { World } from './world.js';

/** A paper that stands issued in the register. */
export interface Paper {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly sha256: string;
}

const LINES = {
  BC: [
    { to: 'council', text: 'Như trên' },
    { to: 'board', text: 'Ban TĐKT tỉnh' },
    { to: 'head', text: 'Trưởng Khối' },
    { to: 'deputy', text: 'Phó Khối' },
    { to: 'members', text: 'Các thành viên Khối' },
    { to: 'archive', text: 'Lưu: VT' },
  ],
  BB: [
    { to: 'council', text: 'Hội đồng' },
    { to: 'board', text: 'Ban TĐKT tỉnh' },
    { to: 'archive', text: 'Lưu: VT' },
  ],
  TTr: [
    { to: 'council', text: 'Như trên' },
    { to: 'archive', text: 'Lưu: VT' },
  ],
} as const;

/** A whole year up to its three issued papers, each made, checked, signed and issued as people do it; the worker must run. */
export async function makeSignedBloc(world: World, slug: string): Promise<{ bloc: SmallBloc; papers: Paper[] }> {
  const bloc = await makeFrozenBloc(world, slug);
  const papers: Paper[] = [];
  for (const type of ['BC', 'BB', 'TTr'] as const) {
    const { id } = await signedDocument(bloc, type);
    const { number, sha256 } = done(await press(bloc, 'records', { id }, { type: 'issue' }));
    papers.push({ id, type, number: number!, sha256: sha256! });
  }
  return { bloc, papers };
}

/** Puts an issued paper with a file of a few bytes into the register, as it stands at the end of its way: for rules that look at no pages. */
export async function issuePaper(
  { owner }: World,
  { cycleId }: SmallBloc,
  type: keyof typeof LINES,
  number: number,
  replaces: string | null = null,
): Promise<Paper> {
  const [id, content, bytes] = [randomUUID(), randomUUID(), Buffer.from(`%PDF-1.7 ${type} ${number} ${cycleId}`)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await owner.query(
    `insert into document_content (id, bloc_id, province_id, document_id, basis, title, blocks, format, pages, compiled_at)
     select $1, bloc_id, province_id, $2, '', 'Tổng kết công tác thi đua năm 2020', '[]', '[]', 1, now() from cycle where id = $3`,
    [content, id, cycleId],
  );
  await owner.query(
    `insert into document (id, bloc_id, province_id, cycle_id, head_unit_id, state, type, recipients, content_id, number, symbol, day, sha256, replaces_id, replaces_reason, council_only)
     select $1, bloc_id, province_id, id, head_unit_id, 'issued', $3, $4, $5, $6, $3 || '-KTĐT', '2020-12-15', $7, $8, $9, $3 = 'BB' from cycle where id = $2`,
    [id, cycleId, type, JSON.stringify(LINES[type]), content, number, sha256, replaces, replaces && 'Ghi nhầm số liệu.'],
  );
  await owner.query(
    `insert into document_file (id, bloc_id, province_id, document_id, kind, sha256, pages, bytes)
     select gen_random_uuid(), bloc_id, province_id, $1, 'signed', $2, 1, $3 from cycle where id = $4`,
    [id, sha256, bytes, cycleId],
  );
  return { id, type, number: `0${number}/${type}-KTĐT`, sha256 };
}

/** A small bloc on the day on which its three papers stand issued. */
export async function makeIssuedBloc(world: World, slug: string): Promise<{ bloc: SmallBloc; papers: Paper[] }> {
  const bloc = await makeSmallBloc(world, slug);
  await bloc.setClock('2020-12-15T07:40:00Z');
  return {
    bloc,
    papers: [await issuePaper(world, bloc, 'BC', 4), await issuePaper(world, bloc, 'BB', 2), await issuePaper(world, bloc, 'TTr', 3)],
  };
}

/** The records officer prepares the dispatch of the year. */
export async function prepare(bloc: SmallBloc, lines?: readonly object[]): Promise<DispatchView> {
  const records = await bloc.person('records');
  return done(await records.post<DispatchView>(`${bloc.path}/dispatches`, { year: 2020, ...(lines ? { lines } : {}) }));
}

export const dispatchPath = (bloc: SmallBloc, { id }: { readonly id: string }): string => `${bloc.path}/dispatches/${id}`;

/** The records officer sends what was prepared. */
export async function send(bloc: SmallBloc, dispatch: DispatchView): Promise<DispatchView> {
  const records = await bloc.person('records');
  return done(await records.event<DispatchView>(dispatchPath(bloc, dispatch), { type: 'send', version: dispatch.version }));
}

/** How the letters stand, as the records officer sees them. */
export async function deliveriesOf(bloc: SmallBloc, dispatch: { readonly id: string }, person = 'records'): Promise<DeliveryView[]> {
  const answer = await (await bloc.person(person)).get<{ items: DeliveryView[] }>(`${dispatchPath(bloc, dispatch)}/deliveries`);
  return done(answer).items;
}

/** Waits until the mail server has answered every letter. */
export const allAnswered = (bloc: SmallBloc, dispatch: { readonly id: string }): Promise<DeliveryView[]> =>
  eventually(async () => {
    const letters = await deliveriesOf(bloc, dispatch);
    return letters.every(({ state }) => state !== 'queued') && letters;
  });

/** The mailbox of the development mail server. */
export const mailboxOf = (world: World): StoredMail => new StoredMail(join(world.dataDir, 'mail'));

/** The links to receipts in the newest letter to an address. */
export async function linksTo(world: World, address: string): Promise<string[]> {
  const mailbox = mailboxOf(world);
  const [line] = await mailbox.list(address);
  const { email } = (await mailbox.read(line!.id))!;
  return [...email.text!.matchAll(/\/receipt\/(\S+)/g)].map((found) => found[1]!);
}
