import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { pagesFor } from '@thidua/workflows/handbook/handbook.words';
import { focusFragment, focusPlace } from '../platform/heading-focus.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { PrintButton } from '../ui/print-button.js';
import { Region } from '../ui/region.js';
import { readHandbook } from './handbook.api.js';

/** A page of the handbook, or its index: for everybody, signed in or not. The reader's own pages stand first. */
@Component({
  selector: 'app-handbook-page',
  imports: [Crumbs, EmptyState, PrintButton, Region, RouterLink],
  host: { '(click)': 'follow($event)' },
  templateUrl: './handbook.page.html',
  styleUrl: './handbook.page.scss',
})
export class HandbookPage {
  /** The end of the address; nothing for the index. */
  readonly page = input('', { transform: (page: string | undefined) => page ?? '' });
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly session = inject(Session);
  protected readonly foreign = inject(LANGUAGE) !== 'vi';
  protected readonly above = [{ name: $localize`:@@handbook.title:Sổ tay`, link: ['/handbook'] }];

  protected readonly handbook = readHandbook();
  protected readonly shown = computed(() => this.handbook.value()?.pages.find(({ page }) => page === this.page()));
  /** Ours and whole: the build makes it from docs/so-tay, refuses HTML there, and escapes what people wrote; nobody can send anything into it. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustHtml(this.shown()?.html ?? ''));
  /** What the reader does in the capacity that is chosen, else in all of them. */
  private readonly own = computed<readonly string[]>(() => {
    const chosen = this.session.post();
    const posts = this.session.me()?.posts ?? [];
    return [...new Set([...pagesFor(chosen ? posts.filter(({ id }) => id === chosen.id) : []), ...pagesFor(posts)])];
  });
  protected readonly ownPages = computed(() => this.own().flatMap((own) => this.pages().filter(({ page }) => page === own)));
  protected readonly otherPages = computed(() => this.pages().filter(({ page }) => page !== '' && !this.own().includes(page)));
  private readonly pages = computed(() => this.handbook.value()?.pages ?? []);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.page() ? (this.shown()?.title ?? null) : null));
    focusFragment(() => this.shown() !== undefined);
  }

  /** Goes where a link of the text leads without loading the program anew; pressed with a key it opens a window of its own, as ever. */
  protected follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const ours = link?.href.startsWith(this.document.baseURI);
    if (!link || !ours || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.lead(`/${link.href.slice(this.document.baseURI.length)}`, decodeURIComponent(link.hash.slice(1)));
  }

  /** To another page, whose heading takes the focus; or to a part of this one, also when the address names it already. */
  private async lead(address: string, part: string): Promise<void> {
    await this.router.navigateByUrl(address);
    if (part) focusPlace(this.document, `#${CSS.escape(part)}`);
  }
}
