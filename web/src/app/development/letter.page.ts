import { Component, computed, effect, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { fileSize } from '../platform/file-size.js';
import { MailboxApi } from './mailbox.api.js';

/** Development only: one letter as its reader gets it, and as it went over the wire. */
@Component({
  selector: 'app-letter-page',
  imports: [Crumbs, Icon, Region],
  templateUrl: './letter.page.html',
  styles: `
    iframe {
      display: block;
      width: 100%;
      height: min(70vh, 36rem);
      border: 0;
      background: #fff;
      border-radius: 0 0 var(--mat-sys-corner-large) var(--mat-sys-corner-large);
    }
    pre {
      margin: 0;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      font: var(--mat-sys-body-medium);
    }
    pre.wire {
      font-family: ui-monospace, monospace;
      font-size: 0.875rem;
    }
    dd,
    h1 {
      overflow-wrap: anywhere;
    }
    li a {
      display: inline-flex;
      align-items: center;
      gap: 0.5rem;
      min-height: var(--td-target);
    }
    summary {
      min-height: var(--td-target);
      padding: 0.6rem 0;
      cursor: pointer;
    }
  `,
})
export class LetterPage {
  readonly id = input.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly letter = inject(MailboxApi).one(this.id);
  protected readonly mailbox = [{ name: $localize`:@@mailbox.title:Hộp thư mẫu`, link: ['/mailbox'] }];
  protected readonly address = computed(() => `/api/dev/mail/${encodeURIComponent(this.id())}`);
  /** An address of our own, for a frame that is sandboxed and may load nothing. */
  protected readonly html = computed(() => this.sanitizer.bypassSecurityTrustResourceUrl(`${this.address()}/html`));
  protected readonly wire = computed(() => (this.letter.value()?.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n'));
  protected readonly when = (at: string) => instantInWords(at, this.language);
  protected readonly size = (bytes: number) => fileSize(bytes, this.language);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.letter.value()?.subject ?? null));
  }

  /** A line of the letter's head, as it was sent. */
  protected header(name: string): string {
    return this.letter.value()?.headers.find((header) => header.name.toLowerCase() === name)?.value ?? '–';
  }
}
