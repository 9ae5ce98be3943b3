import { Browser } from '../support/client.js';
import { connected } from '../support/rows.js';
import { makeCompiledBloc, points, submitSelf } from '../support/scores.js';
import { makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, type World } from '../support/world.js';
import { ask, type Wish } from './client.js';
import type { LettersOf } from './checker.js';
import type { Known, Ledger } from './ledger.js';

/** The bloc whose units register, and the one whose units score each other. */
export const REGISTERING = 'khoi-dang-ky';
const SCORING = 'khoi-cham';

/** A registration that can be sent off. */
export const registrationDraft = (note: string) => ({
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note,
});
const REASON = 'Đề nghị bổ sung số liệu của quý ba.';

/** The letters that the acts of the load send: to the head of the unit that judges; to head and officer of the unit. */
export const LETTERS: LettersOf = { 'Registration submit': 1, 'Registration return': 2 };

/** What people work on, and who they are. */
export interface Stage {
  /** The registration of each unit, and the units that judge them. */
  readonly registrations: readonly { unit: string; reviewer: string; record: Known }[];
  /** The sheets of each unit on its peers. */
  readonly sheets: readonly { unit: string; records: Known[] }[];
}

/** A bloc whose units score each other. */
async function setScoring(world: World): Promise<SmallBloc> {
  const scoring = await makeCompiledBloc(world, SCORING);
  for (const unit of UNITS) await submitSelf(scoring, unit, points(3_500, 1_500, 3_000));
  return scoring;
}

/** Sets two small blocs up: one whose units register, one whose units score each other, unless they need not. */
export async function setStage(world: World, registeringOnly = false): Promise<Stage> {
  const scoring = registeringOnly ? null : await setScoring(world);
  const registering = await makeSmallBloc(world, REGISTERING);
  if (!scoring) await registering.setClock('2020-03-02T02:00:00Z'); // else it was moved to the days of scoring
  const opened = await (
    await registering.person('u1.head')
  ).event(`${registering.path}/cycles/${registering.cycleId}`, { type: 'open', version: 1 });
  if (opened.status !== 201) throw new Error(opened.text);
  return connected(world.ownerUrl, async (db) => {
    const rows = async (kind: string, table: string, { bloc, path }: SmallBloc, columns: string) => {
      const found = await db.query<{ id: string; version: number; unit: string; reviewer: string }>(
        `select r.id, r.version, ${columns} from ${table} r join place p using (bloc_id) where p.slug = $1 order by r.id`,
        [bloc],
      );
      return found.rows.map(({ id, version, unit, reviewer }) => {
        const record: Known = { kind, id, path: `${path}/${table}s/${id}`, version };
        return { unit, reviewer, record };
      });
    };
    const code = (column: string) => `(select code from unit where id = r.${column})`;
    const unitAndReviewer = `${code('unit_id')} as unit, ${code('reviewer_unit_id')} as reviewer`;
    const sheets = scoring ? await rows('Sheet', 'sheet', scoring, `${code('rater_unit_id')} as unit, '' as reviewer`) : [];
    return {
      registrations: await rows('Registration', 'registration', registering, unitAndReviewer),
      sheets: [...Map.groupBy(sheets, ({ unit }) => unit)].map(([unit, own]) => ({ unit, records: own.map(({ record }) => record) })),
    };
  });
}

/** People at work until they are told to stop: each unit writes, sends off and takes back its registration, and scores its peers. */
export class Load {
  private stopped = false;
  private readonly lanes: Promise<void>[];

  private constructor(
    stage: Stage,
    private readonly ledger: Ledger,
    private readonly people: ReadonlyMap<string, Browser>,
    /** How often a sheet is saved before it is submitted. */
    private readonly saves: number,
    /** Waits until the next act may begin. */
    private readonly turn: () => Promise<void>,
  ) {
    this.lanes = [...stage.registrations.map((one) => this.register(one)), ...stage.sheets.map((one) => this.score(one))];
  }

  /** Signs everybody in and lets them begin. */
  static async begin(
    stage: Stage,
    url: string,
    ledger: Ledger,
    saves: number,
    turn = (): Promise<void> => Promise.resolve(),
  ): Promise<Load> {
    const blocs = stage.sheets.length > 0 ? [REGISTERING, SCORING] : [REGISTERING];
    const names = UNITS.flatMap((unit) => blocs.flatMap((bloc) => [`${unit}.head@${bloc}`, `${unit}.officer@${bloc}`]));
    const people = new Map<string, Browser>();
    for (const name of names) people.set(name, await Browser.signIn(url, `${name}.example`, PASSWORD));
    return new Load(stage, ledger, people, saves, turn);
  }

  /** Lets everybody finish what they are about, until its answer. @throws Error when somebody was refused */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.lanes);
  }

  /** Somebody who was signed in. */
  person(name: string): Browser {
    return this.people.get(name)!;
  }

  /** Never fulfilled; rejected as soon as somebody is refused. */
  get refusal(): Promise<never> {
    return Promise.all(this.lanes).then(() => new Promise<never>(() => undefined));
  }

  /** Save, submit, be returned; save, submit, recall: and so on. */
  private async register({ unit, reviewer, record }: Stage['registrations'][number]): Promise<void> {
    for (let round = 1; !this.stopped; round += 1) {
      for (const part of ['đầu', 'sau'])
        await this.do(`${unit}.officer@${REGISTERING}`, record, { draft: registrationDraft(`Lần ${round}, bản ${part}`) });
      await this.do(`${unit}.head@${REGISTERING}`, record, { event: 'submit' });
      await (round % 2 === 0
        ? this.do(`${unit}.head@${REGISTERING}`, record, { event: 'recall' })
        : this.do(`${reviewer}.head@${REGISTERING}`, record, { event: 'return', says: { reason: REASON } }));
    }
  }

  /** Many saves of each sheet in turn, now and then a submission; when all are submitted, this unit is done. */
  private async score({ unit, records }: Stage['sheets'][number]): Promise<void> {
    const open = [...records];
    for (let round = 1; !this.stopped && open.length > 0; round += 1) {
      const sheet = open[round % open.length]!;
      const scores = points(3_000 + (round % 900), 1_500, 3_000);
      await this.do(`${unit}.officer@${SCORING}`, sheet, { draft: { scores, note: `Lần ${round}` } });
      if (round % this.saves !== 0) continue;
      await this.do(`${unit}.head@${SCORING}`, sheet, { event: 'submit' });
      open.splice(open.indexOf(sheet), 1);
    }
  }

  private async do(name: string, record: Known, wish: Wish): Promise<void> {
    if (!this.stopped) await this.turn();
    if (this.stopped) return; // what was begun is answered, and no more is begun
    const answer = await ask(this.ledger, this.people.get(name)!, record, wish);
    if (answer.status >= 300) throw new Error(`${name} was refused ${JSON.stringify(wish)}: ${answer.text}`);
    record.version = answer.body.version;
  }
}
