import { machines } from '@thidua/workflows/machines';
import { entryDigest, readCanonical } from './canonical-form.js';
import type { Entry, Evidence, Journal, RecordHead } from './evidence.js';
import { placeWords, type Finding, type Findings } from './finding.js';
import type { Mark, Marks } from './marks.js';

const NOTHING = '0'.repeat(64);

/** How much was read. */
export interface Counted {
  entries: number;
  records: number;
}

/** One chain while it passes by, entry after entry: only the last one is remembered, and the first thing that did not hold. */
class Chain {
  private n = 0;
  private hash = NOTHING;
  private state: unknown = null;
  private wrong = false;

  constructor(
    private readonly first: Entry,
    private readonly marks: readonly Mark[],
    private readonly findings: Findings,
  ) {}

  get id(): string {
    return this.first.id;
  }

  take(entry: Entry): void {
    const claims = readCanonical(entry.body);
    const why = this.judge(entry, claims);
    if (why) this.tell(why, entry.n);
    for (const { head, checkpoint, bloc } of this.marks.filter(({ n }) => n === entry.n))
      if (head !== entry.hash) this.tell('replaced', entry.n, { checkpoint, place: placeWords(bloc) });
    this.n = entry.n;
    this.hash = entry.hash;
    this.state = claims?.to ?? null;
  }

  private judge(entry: Entry, claims: ReturnType<typeof readCanonical>): Finding['why'] | null {
    if (entry.n !== this.n + 1) return 'gap';
    if (entry.prev !== this.hash) return 'chain';
    if (entryDigest(entry.prev, entry.body) !== entry.hash) return 'hash';
    if (!claims) return 'form';
    if (claims.kind !== entry.kind || claims.id !== entry.id || claims.n !== entry.n) return 'other-record';
    if (entry.blocId !== this.first.blocId || entry.provinceId !== this.first.provinceId) return 'other-place';
    return this.n > 0 && claims.from !== this.state ? 'state-jump' : null;
  }

  /** The chain is over: nothing that a checkpoint had may be missing, and the record must be where its last entry left it. */
  end(record: RecordHead | null): void {
    const cut = this.marks.find(({ n }) => n > this.n);
    if (cut) this.tell('cut', cut.n, { checkpoint: cut.checkpoint, place: placeWords(cut.bloc) });
    if (!record) this.tell('record-missing', this.n);
    else if (record.entries !== this.n) this.tell('record-entries', this.n);
    else if (record.head !== this.hash) this.tell('record-head', this.n);
    else if (record.state !== this.state) this.tell('record-state', this.n);
    else if (record.blocId !== this.first.blocId || record.provinceId !== this.first.provinceId) this.tell('record-place', this.n);
  }

  /** The first bad place of a chain is told; what follows from it is not. */
  private tell(why: Finding['why'], n: number, more: Finding['filling'] = {}): void {
    if (!this.wrong) this.findings.add(why, { kind: this.first.kind, id: this.id, n, ...more });
    this.wrong = true;
  }
}

/** A record without any entry: it stands as it was born. */
function judgeUnwritten({ table, id, entries, head, state }: RecordHead, findings: Findings): void {
  if (entries !== 0 || head !== NOTHING) findings.add('no-entries', { table, id });
  else if (machines[table] && state !== machines[table].config.initial) findings.add('record-state', { kind: table, id, n: 0 });
}

/** The records of a journal, handed out in the order of their ids as entries pass by. */
class RecordsBeside {
  private readonly rows: AsyncIterator<RecordHead>;
  private waiting: RecordHead | null = null;
  private over = false;

  constructor(
    evidence: Evidence,
    journal: Journal,
    private readonly counted: Counted,
    private readonly findings: Findings,
  ) {
    this.rows = evidence.records(journal)[Symbol.asyncIterator]();
  }

  /** The record of this id, or null; those before it have no entries. */
  async of(id: string): Promise<RecordHead | null> {
    for (let row = await this.next(); row; row = await this.next()) {
      if (row.id > id) break;
      this.waiting = null;
      if (row.id === id) return row;
      judgeUnwritten(row, this.findings);
    }
    return null;
  }

  async rest(): Promise<void> {
    for (let row = await this.next(); row; row = await this.next()) {
      this.waiting = null;
      judgeUnwritten(row, this.findings);
    }
  }

  private async next(): Promise<RecordHead | null> {
    if (this.waiting || this.over) return this.waiting;
    const { value, done } = await this.rows.next();
    this.over = done === true;
    this.waiting = done ? null : (value as RecordHead);
    if (this.waiting) this.counted.records += 1;
    return this.waiting;
  }
}

/**
 * Judges every chain of a journal, every record's own columns against the last entry of its chain, and every mark of a checkpoint. Entries
 * and records pass by once, side by side; one of each is held at a time.
 */
export async function judgeChains(evidence: Evidence, journal: Journal, marks: Marks, findings: Findings, counted: Counted): Promise<void> {
  const records = new RecordsBeside(evidence, journal, counted, findings);
  let chain = null as Chain | null;
  for await (const entry of evidence.entries(journal)) {
    counted.entries += 1;
    if (chain?.id !== entry.id) {
      chain?.end(await records.of(chain.id));
      chain = new Chain(entry, marks.of(entry.id), findings);
    }
    chain.take(entry);
  }
  chain?.end(await records.of(chain.id));
  await records.rest();
}
