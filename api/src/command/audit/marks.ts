/** Where a checkpoint had a record: the number of its entries and the hash of the last. */
export interface Mark {
  readonly n: number;
  readonly head: string;
  readonly checkpoint: number;
  /** Null: the installation's own. */
  readonly bloc: string | null;
}

interface Marked {
  readonly kind: string;
  readonly marks: Mark[];
  seen: boolean;
}

/** All that signed checkpoints say of records: what a journal must still hold, however much it has grown. */
export class Marks {
  private readonly records = new Map<string, Marked>();

  add(kind: string, id: string, mark: Mark): void {
    const known = this.records.get(id);
    if (known) known.marks.push(mark);
    else this.records.set(id, { kind, marks: [mark], seen: false });
  }

  /** The marks of a record of which an entry was met. */
  of(id: string): readonly Mark[] {
    const marked = this.records.get(id);
    if (marked) marked.seen = true;
    return marked?.marks ?? [];
  }

  /** Records of which no entry was met, with their last mark. */
  unseen(): { kind: string; id: string; mark: Mark }[] {
    return [...this.records].flatMap(([id, { kind, marks, seen }]) => (seen ? [] : [{ kind, id, mark: marks.at(-1)! }]));
  }
}
