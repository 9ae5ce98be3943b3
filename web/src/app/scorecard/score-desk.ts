import { computed, signal } from '@angular/core';
import { parsePoints } from '@thidua/workflows/centipoints';
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

/** What keeps an item's writing on this device: no number, more than the maximum, evidence without points. */
export type ScoreFault = 'unreadable' | 'above' | 'no-points';

/** How the desk reaches its record. */
export interface ScoreKeeping {
  save(version: number, writing: ScoreWriting): Promise<Scored>;
  newest(): Promise<Scored>;
  /** The most that an item is given; what lies above waits on this device. */
  most(item: string): number;
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

/**
 * One record's points on the table, saved by themselves. What the server would not take (above the maximum, no number, a note without
 * points) holds nothing else up: it waits on this device, and the server keeps the value that it had.
 */
export class ScoreDesk {
  readonly writing = signal<ScoreWriting>({ points: {}, notes: {}, remark: '' });
  /** The newest writing of somebody else, while it contradicts this one. */
  readonly newer = signal<Scored | null>(null);
  private readonly unreadable = signal<ReadonlySet<string>>(new Set());
  /** Items whose writing is not on the server and cannot go there as it stands. */
  readonly unsaved = computed(() => {
    const { points, notes } = this.writing();
    const items = new Set([...Object.keys(points), ...Object.keys(notes), ...this.unreadable()]);
    return [...items].filter((item) => this.faultOf(item) !== null);
  });
  /** The points that count: what cannot be taken is not answered. */
  readonly valid = computed<Points>(() =>
    Object.fromEntries(Object.entries(this.writing().points).map(([item, value]) => [item, this.isWrong(item) ? null : value])),
  );
  private version: number;
  /** What the server holds. */
  private held: ScoreWriting;
  readonly autosave: Autosave;

  constructor(
    record: Scored,
    private readonly keeping: ScoreKeeping,
  ) {
    this.version = record.version;
    this.held = writingOf(record);
    this.writing.set(this.held);
    this.autosave = new Autosave({
      ready: () => true,
      save: () => this.save(),
      keep: () => this.keep(),
      forget: () => (this.unsaved().length > 0 ? this.keep() : keeping.kept?.forget()),
    });
    this.resume(record);
  }

  get points(): Points {
    return this.writing().points;
  }

  /** Something was typed into an item's field. What is no number leaves the value alone; an empty field takes it back. */
  type(item: string, text: string): void {
    const points = parsePoints(text);
    const readable = points !== null || text.trim() === '';
    this.unreadable.update((items) => (readable ? new Set([...items].filter((one) => one !== item)) : new Set([...items, item])));
    if (!readable || (this.points[item] ?? null) === points) return;
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
    this.held = writingOf(newer);
    this.unreadable.set(new Set());
    this.writing.set(chosen);
    this.newer.set(null);
    this.autosave.settle(changed);
  }

  stop(): void {
    this.autosave.stop();
  }

  /** Why an item's writing cannot go to the server as it stands; null: it can. */
  faultOf(item: string): ScoreFault | null {
    const { points, notes } = this.writing();
    if (this.unreadable().has(item)) return 'unreadable';
    if ((points[item] ?? 0) > this.keeping.most(item)) return 'above';
    return notes[item]?.trim() && (points[item] ?? null) === null ? 'no-points' : null;
  }

  private isWrong(item: string): boolean {
    return ['unreadable', 'above'].includes(this.faultOf(item) ?? '');
  }

  private keep(): void {
    this.keeping.kept?.keep({ version: this.version, draft: this.writing() });
  }

  /** The writing as the server takes it: an item that is wrong keeps the value that the server has. */
  private savable(): ScoreWriting {
    const points = Object.entries(this.points).map(([item, value]) => [
      item,
      this.isWrong(item) ? (this.held.points[item] ?? null) : value,
    ]);
    const notes = Object.entries(this.writing().notes).filter(([item]) => !this.unsaved().includes(item) || this.isWrong(item));
    return { ...this.writing(), points: Object.fromEntries(points), notes: Object.fromEntries(notes) };
  }

  private async save(): Promise<void> {
    const savable = this.savable();
    if (differingItems(savable, this.held).length === 0) return;
    try {
      await this.saveAt(this.version, savable);
    } catch (error) {
      const newest = await this.keeping.newest().catch(() => null);
      if (!newest || newest.version === this.version) throw error;
      // The version moved and nobody wrote (the unit was reminded).
      if (differingItems(writingOf(newest), this.held).length === 0) return this.saveAt(newest.version, savable);
      this.newer.set(newest);
      throw error;
    }
  }

  private async saveAt(version: number, writing: ScoreWriting): Promise<void> {
    const saved = await this.keeping.save(version, writing);
    this.version = saved.version;
    this.held = writingOf(saved);
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
