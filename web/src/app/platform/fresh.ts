import { DOCUMENT } from '@angular/common';
import type { HttpResourceRef } from '@angular/common/http';
import { afterNextRender, DestroyRef, effect, inject, Injector, untracked, type ResourceRef, type Signal } from '@angular/core';
import { Announcer } from './announcer.js';
import { focusPlace } from './heading-focus.js';
import { Live } from './live.js';
import { isPassing, Refusal } from './problem.js';

/** What was read, and can be read anew behind the reader's back. */
export interface Freshening {
  readonly isLoading: Signal<boolean>;
  /** Reads anew. A reading that fails takes nothing from the page. @returns whether something has changed; null: it could not be read just then */
  freshen(): Promise<boolean | null>;
}

/** What stands at an address, with a way to read it anew. */
export interface FreshRef<T> extends HttpResourceRef<T>, Freshening {
  hasValue(this: T extends undefined ? this : never): this is FreshRef<Exclude<T, undefined>>;
  hasValue(): boolean;
}

/** Adds to what was read a way to read it anew. @param load reads what stands at an address */
export function freshening<T, Read extends ResourceRef<T | undefined>>(
  read: Read,
  address: () => string | undefined,
  load: (address: string) => Promise<T>,
): Read & Freshening {
  const state = () => untracked(() => ({ at: address(), value: read.value(), reading: read.isLoading() }));
  const freshen = async (): Promise<boolean | null> => {
    const before = state();
    if (!before.at || before.value === undefined || before.reading) return false;
    let value: T;
    try {
      value = await load(before.at);
    } catch (error) {
      // Whoever presses a button is told what is wrong; what is refused for good, or has another shape now, is not asked for again.
      return error instanceof Refusal && isPassing(error.problem) ? null : false;
    }
    const { at, value: shown, reading } = state();
    // What the reader did meanwhile is newer.
    if (at !== before.at || shown !== before.value || reading) return false;
    if (JSON.stringify(value) === JSON.stringify(shown)) return false;
    read.set(value);
    return true;
  };
  return Object.assign(read, { freshen });
}

/** A list that follows what others do. */
export function liveList<Read extends Freshening>(read: Read): Read {
  return follows(read, () => true, $localize`:@@live.list:Danh sách vừa được cập nhật.`);
}

/**
 * A record that follows what others do, as long as its reader can do nothing with it. Who can, decides on what they have read: it stands
 * until they press, and they are told then that there is another version.
 * @param taken called when another version has come
 */
export function liveRecord<Read extends Freshening & ResourceRef<{ readonly actions: readonly unknown[] } | undefined>>(
  read: Read,
  taken?: () => void,
): Read {
  const waits = () => untracked(read.value)?.actions.length === 0;
  return follows(read, waits, $localize`:@@live.record:Hồ sơ vừa được cập nhật.`, taken);
}

/** Records that come as a page of a list, such as the one ranking of a year: they follow as long as their reader can do nothing with any. */
export function liveRecords<
  Read extends Freshening & ResourceRef<{ readonly items: readonly { readonly actions: readonly unknown[] }[] } | undefined>,
>(read: Read, taken?: () => void): Read {
  const wait = () => (untracked(read.value)?.items ?? []).every(({ actions }) => actions.length === 0);
  return follows(read, wait, $localize`:@@live.record:Hồ sơ vừa được cập nhật.`, taken);
}

function follows<Read extends Freshening>(read: Read, mayChange: () => boolean, sentence: string, taken?: () => void): Read {
  const [live, announcer, document, injector] = [inject(Live), inject(Announcer), inject(DOCUMENT), inject(Injector)];
  const page = inject(DestroyRef);
  let seen = untracked(live.moments);
  const freshen = async (): Promise<void> => {
    if (!mayChange()) return;
    const held = document.activeElement;
    const changed = await read.freshen();
    if (page.destroyed) return;
    if (changed === null) live.again(); // what was missed is read when there is less to do
    if (!changed) return;
    taken?.();
    announcer.sayNowAndThen('live', sentence);
    // Whoever stood on what is gone now is led to the page's heading.
    const lost = () => held !== document.body && document.activeElement === document.body;
    afterNextRender({ read: () => lost() && focusPlace(document, 'main h1') }, { injector });
  };
  effect(() => {
    // What is being read may have been read before the change: it is read once more when it has come.
    if (live.moments() === seen || read.isLoading()) return;
    seen = live.moments();
    untracked(() => void freshen());
  });
  return read;
}
