import { createHash, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { digestOf, jsonIn } from './canonical-form.js';
import type { KeptCheckpoint } from './evidence.js';
import { placeWords, type Finding, type Findings } from './finding.js';
import type { Marks } from './marks.js';
import { rootOver, type Standing } from './tree.js';

const Sum = z.string().regex(/^[0-9a-f]{64}$/);
const Line = z.strictObject({
  statement: z.string(),
  signature: z.base64(),
  changes: z.array(z.tuple([z.string(), z.uuid(), z.int().nonnegative(), Sum])),
});
const Statement = z.object({
  /** Null: the installation, over what lies in no bloc. */
  bloc: z.uuid().nullable(),
  n: z.int().positive(),
  at: z.iso.datetime(),
  records: z.int().nonnegative(),
  root: Sum,
  previous: Sum,
  /** The newest checkpoint of the installation when a bloc's was made. */
  installation: z.object({ n: z.int().positive(), sum: Sum }).nullish(),
  key: Sum,
});
type Statement = z.infer<typeof Statement>;

/** Public keys by their fingerprint. */
export type Keys = ReadonlyMap<string, KeyObject>;

/** SHA-256 of a public key as DER (SubjectPublicKeyInfo), 64 hexadecimal digits. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** How far the checkpoints of a bloc, or of the installation, were followed. */
interface Followed {
  n: number;
  sum: string;
  at: string;
  /** A place was met that does not hold: what comes after it proves nothing any more. */
  lost: boolean;
  readonly standing: Map<string, Standing>;
}

/** What a checkpoint is found by. */
const nameOf = ({ bloc, n }: { readonly bloc: string | null; readonly n: number }): string => `${bloc ?? ''} ${n}`;

/** Reads checkpoints line by line: signatures, the order of each place's, and each root from all the changes up to it. */
export class CheckpointLines {
  /** Each bloc's, and under null the installation's. */
  private readonly places = new Map<string | null, Followed>();
  /** The sum of each line that could be read, by place and number. */
  private readonly sums = new Map<string, string>();
  /** The installation's checkpoints that blocs' name, by number and sum, each with the first that names it. */
  private readonly cited = new Map<string, { readonly bloc: string | null; readonly n: number }>();
  private line = 0;
  /** Whether every line could be followed, and the database has no other. */
  isWhole = true;

  constructor(
    private readonly keys: Keys,
    private readonly marks: Marks,
    private readonly findings: Findings,
    /** Only this bloc's, or all. */
    private readonly bloc: string | null,
  ) {}

  get count(): number {
    return this.sums.size;
  }

  /** The time of the newest checkpoint that holds; null when none does. */
  get newest(): string | null {
    return [...this.places.values()].reduce<string | null>(
      (newest, { at }) => (newest !== null && newest > at ? newest : at || newest),
      null,
    );
  }

  take(text: string): void {
    this.line += 1;
    const line = this.line;
    const read = Line.safeParse(jsonIn(text)).data;
    const told = read && Statement.safeParse(jsonIn(read.statement)).data;
    if (!read || !told) return this.tell('line-unreadable', { line });
    if (this.bloc !== null && told.bloc !== this.bloc) return;
    this.sums.set(nameOf(told), digestOf(text));
    const { installation: cited } = told;
    if (cited && !this.cited.has(`${cited.n} ${cited.sum}`)) this.cited.set(`${cited.n} ${cited.sum}`, told);
    const followed = this.followed(told.bloc);
    const why = this.judge(read, told, followed);
    if (why) this.tell(why, { line, checkpoint: told.n, place: placeWords(told.bloc), key: told.key });
    followed.lost ||= why !== null;
    Object.assign(followed, { n: told.n, sum: digestOf(text) });
    if (!followed.lost) this.keep(told, read.changes, followed);
  }

  /** Once all lines were taken: whether the installation's checkpoints that blocs' name are among them, as they were. */
  end(): void {
    if (this.bloc !== null) return;
    for (const [named, by] of this.cited) {
      const [n, sum] = named.split(' ') as [string, string];
      if (this.sums.get(nameOf({ bloc: null, n: Number(n) })) !== sum)
        this.tell('installation-line', { checkpoint: by.n, place: placeWords(by.bloc), n });
    }
  }

  private judge(read: z.infer<typeof Line>, told: Statement, followed: Followed) {
    const key = this.keys.get(told.key);
    if (!key) return 'line-key';
    if (!verify(null, Buffer.from(read.statement), key, Buffer.from(read.signature, 'base64'))) return 'line-signature';
    if (told.n !== followed.n + 1 || told.previous !== followed.sum) return 'line-order';
    if (followed.lost) return null;
    for (const [kind, id, entries, head] of read.changes) {
      if (entries === 0) followed.standing.delete(id);
      else followed.standing.set(id, { kind, id, entries, head });
    }
    return told.records === followed.standing.size && told.root === rootOver(followed.standing.values()) ? null : 'line-root';
  }

  private keep({ bloc, n, at }: Statement, changes: z.infer<typeof Line>['changes'], followed: Followed): void {
    followed.at = at;
    for (const [kind, id, entries, head] of changes) if (entries > 0) this.marks.add(kind, id, { n: entries, head, checkpoint: n, bloc });
  }

  private tell(why: Finding['why'], filling: Finding['filling']): void {
    this.isWhole = false;
    this.findings.add(why, filling);
  }

  private followed(bloc: string | null): Followed {
    const known = this.places.get(bloc) ?? { n: 0, sum: '0'.repeat(64), at: '', lost: false, standing: new Map<string, Standing>() };
    this.places.set(bloc, known);
    return known;
  }

  /**
   * Compares what was read with the checkpoints of the database.
   * @param isCopy what was read may end before the database does. @returns how many checkpoints the database has beyond a copy
   */
  async compare(kept: AsyncIterable<KeptCheckpoint>, isCopy: boolean): Promise<number> {
    const missing = new Set(this.sums.keys());
    let newer = 0;
    for await (const { bloc, n, line } of kept) {
      const sum = this.sums.get(nameOf({ bloc, n }));
      missing.delete(nameOf({ bloc, n }));
      if (sum === undefined && isCopy && n > (this.places.get(bloc)?.n ?? 0)) newer += 1;
      else if (sum === undefined) this.tell('not-in-file', { place: placeWords(bloc), checkpoint: n });
      else if (sum !== digestOf(line)) this.tell('line-other', { place: placeWords(bloc), checkpoint: n });
    }
    for (const name of missing) {
      const [bloc, n] = name.split(' ') as [string, string];
      this.tell('not-in-table', { place: placeWords(bloc || null), checkpoint: n });
    }
    return newer;
  }
}
