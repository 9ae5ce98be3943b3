import { DOCUMENT } from '@angular/common';
import type { HttpResourceRef } from '@angular/common/http';
import { effect, inject, linkedSignal, type ResourceRef, type Signal } from '@angular/core';

/**
 * Reads a resource anew again and again, so that a page shows what happens meanwhile; a page that nobody looks at rests.
 * Call it where `inject` may be called.
 * @param every how often in milliseconds; null while nothing is waited for
 */
export function follow(resource: HttpResourceRef<unknown>, every: () => number | null): void {
  const document = inject(DOCUMENT);
  effect((onCleanup) => {
    const pause = every();
    if (pause === null) return;
    const timer = setInterval(() => !document.hidden && resource.reload(), pause);
    onCleanup(() => clearInterval(timer));
  });
}

/** The last answer that came: a reading that fails on the way takes nothing from the page. */
export const lastOf = <T>(resource: ResourceRef<T | undefined>): Signal<T | undefined> =>
  linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
