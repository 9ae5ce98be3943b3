import { signal } from '@angular/core';
import { z } from 'zod';
import { Autosave } from '../platform/autosave.js';
import type { KeptDraft } from '../platform/kept-draft.js';
import type { Choices } from '../ui/stale-region.js';
import { pointsBy, type Points } from './criteria-rows.js';

/** What is being written: points by item, and a note (evidence) by item. */
export const ScoreWriting = z.object({
  points: z.record(z.string(), z.int().nullable()),
  notes: z.record(z.string(), z.string().max(500)),
  /** About the whole, where the record has such a place. */
  remark: z.string().max(2000).default(''),
});
export type ScoreWriting = z.infer<typeof ScoreWriting>;

/** A record whose points are written: a score card or a peer sheet. */
export interface Scored {
  readonly version: number;
  readonly note?: string;
  readonly scores: readonly { readonly item: string; readonly points: number; readonly evidence?: string | undefined }[];
}

/** How the desk reaches its record. */
export interface ScoreKeeping {
  save(version: number, writing: ScoreWriting): Promise<Scored>;
  newest(): Promise<Scored>;
  readonly kept: KeptDraft<ScoreWriting> | null;
}

/** The writing of a record as the server has it. */
export const writingOf = ({ scores, note = '' }: Scored): ScoreWriting => ({
  points: { ...pointsBy(scores) },
  remark: note,
  notes: Object.fromEntries(scores.flatMap(({ item, evidence }) => (evidence ? [[item, evidence]] : []))),
});

/** The scores that are answered, as the API takes them. */
export const scoresOf = ({ points, notes }: ScoreWriting): { item: string; points: number; evidence?: string }[] =>
  Object.entries(points).flatMap(([item, value]) =>
    value === null ? [] : [{ item, points: value, ...(notes[item]?.trim() ? { evidence: notes[item] } : {}) }],
  );

/** The remark's name among the items that differ; no criterion has it. */
export const REMARK = 'remark';

/** Items in which two writings differ, in points or note; the remark last. */
export function differingItems(mine: ScoreWriting, theirs: ScoreWriting): string[] {
  const items = new Set([mine, theirs].flatMap(({ points, notes }) => [...Object.keys(points), ...Object.keys(notes)]));
  const differing = [...items].filter(
    (item) => (mine.points[item] ?? null) !== (theirs.points[item] ?? null) || (mine.notes[item] ?? '') !== (theirs.notes[item] ?? ''),
  );
  return mine.remark === theirs.remark ? differing : [...differing, REMARK];
}

/** One record's points on the table, saved by themselves. */
export class ScoreDesk {
  readonly writing = signal<ScoreWriting>({ points: {}, notes: {}, remark: '' });
  /** The newest writing of somebody else, while it contradicts this one. */
  readonly newer = signal<Scored | null>(null);
  private version: number;
  readonly autosave: Autosave;

  constructor(
    record: Scored,
    private readonly keeping: ScoreKeeping,
  ) {
    this.version = record.version;
    this.writing.set(writingOf(record));
    this.autosave = new Autosave({
      ready: () => this.ready(),
      save: () => this.save(),
      keep: () => keeping.kept?.keep({ version: this.version, draft: this.writing() }),
      forget: () => keeping.kept?.forget(),
    });
    this.resume(record);
  }

  get points(): Points {
    return this.writing().points;
  }

  score(item: string, points: number | null): void {
    if ((this.points[item] ?? null) === points) return;
    this.writing.update((writing) => ({ ...writing, points: { ...writing.points, [item]: points } }));
    this.autosave.touch();
  }

  note(item: string, text: string): void {
    this.writing.update((writing) => ({ ...writing, notes: { ...writing.notes, [item]: text } }));
    this.autosave.touch();
  }

  remark(text: string): void {
    this.writing.update((writing) => ({ ...writing, remark: text }));
    this.autosave.touch();
  }

  /** The person chose, item by item, between their points and the newest. */
  choose(choices: Choices): void {
    const newer = this.newer();
    if (!newer) return;
    const mine = this.writing();
    const chosen = writingOf(newer);
    for (const [item, side] of Object.entries(choices)) {
      if (side === 'theirs') continue;
      if (item === REMARK) chosen.remark = mine.remark;
      else {
        chosen.points[item] = mine.points[item] ?? null;
        chosen.notes[item] = mine.notes[item] ?? '';
      }
    }
    const changed = differingItems(chosen, writingOf(newer)).length > 0;
    this.version = newer.version;
    this.writing.set(chosen);
    this.newer.set(null);
    this.autosave.settle(changed);
  }

  stop(): void {
    this.autosave.stop();
  }

  /** A note without points cannot reach the server; it waits on this device. */
  private ready(): boolean {
    const { points, notes } = this.writing();
    return Object.entries(notes).every(([item, note]) => !note.trim() || (points[item] ?? null) !== null);
  }

  private async save(): Promise<void> {
    try {
      this.version = (await this.keeping.save(this.version, this.writing())).version;
    } catch (error) {
      const newest = await this.keeping.newest().catch(() => null);
      if (newest && newest.version !== this.version) this.newer.set(newest);
      throw error;
    }
  }

  private resume(record: Scored): void {
    const kept = this.keeping.kept?.read();
    if (!kept) return;
    if (differingItems(kept.draft, writingOf(record)).length === 0) {
      this.keeping.kept?.forget(); // it had reached the server; only the answer was lost
      return;
    }
    this.writing.set(kept.draft);
    if (kept.version === record.version) this.autosave.touch();
    else this.newer.set(record);
  }
}
