import { DOCUMENT, Location } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** What browsers say when a file of the program is no longer there, or did not come. */
const NOT_LOADED = /dynamically imported module|Importing a module script failed|error loading dynamically/i;

/** Whether the program was upgraded while the page stood open: another build answers than the one that the page came from. */
@Injectable({ providedIn: 'root' })
export class Upgrade {
  private readonly document = inject(DOCUMENT);
  private readonly location = inject(Location);
  /** Of the page, as the server wrote it there; a page that comes from elsewhere has none that is compared. */
  private readonly own = this.document.documentElement.dataset['build'] ?? null;
  private readonly other = signal(false);
  /** Where the reader wanted to go when a part of the program could not be loaded. */
  private readonly wanted = signal<string | null>(null);
  /** Another build answers. */
  readonly came = computed(() => this.other() && this.wanted() === null);
  /** A page could not be opened because its part of the program did not come. */
  readonly missed = computed(() => this.wanted() !== null);

  constructor() {
    // Whoever has gone elsewhere meanwhile no longer wants that page.
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.wanted.set(null);
    });
  }

  /** @param build of an answer; null where none is said, as by a proxy */
  hear(build: string | null): void {
    if (build && this.own && /^[0-9a-f]{12}$/.test(this.own) && build !== this.own) this.other.set(true);
  }

  /** A way within the program failed. @throws the error when it is no missing part of the program */
  meet(error: unknown, url: string): void {
    if (!(error instanceof Error) || !NOT_LOADED.test(error.message)) throw error;
    this.wanted.set(url);
  }

  /** Loads the page anew, or the one that was wanted. What is typed lies on this device and comes back. */
  take(): void {
    const wanted = this.wanted();
    if (wanted === null) this.document.location.reload();
    else this.document.location.assign(this.location.prepareExternalUrl(wanted));
  }
}
