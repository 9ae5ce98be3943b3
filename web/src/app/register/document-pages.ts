import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import { Icon } from '../ui/icon.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { Skeleton } from '../ui/skeleton.js';
import { DocumentApi } from './document.api.js';
import { DocumentText } from './document-text.js';
import { sha256Of } from './sha256.js';

/**
 * The pages of a document: the file itself in a frame where the browser can show it, and the same text for reading and hearing. What is
 * shown is hashed here, so that a signature can name just these bytes.
 */
@Component({
  selector: 'app-document-pages',
  imports: [DocumentText, Icon, MatButton, ProblemNote, Region, Skeleton],
  template: `
    <section class="card" aria-labelledby="pages-heading">
      <header>
        <h2 id="pages-heading">{{ heading() }}</h2>
        <span class="line no-print">
          @if (framed) {
            <button matButton="text" type="button" [attr.aria-pressed]="asText()" (click)="asText.set(!asText())">
              <app-icon name="article" /><span i18n="@@document.asText">Bản chữ</span>
            </button>
          }
          <a matButton="outlined" [href]="address()" target="_blank" rel="noopener">
            <app-icon name="print" /><span i18n="@@document.open">Mở tệp PDF để in</span>
          </a>
          <a matButton="outlined" [href]="address()" [download]="fileName()">
            <app-icon name="download" /><span i18n="@@document.download">Tải tệp PDF</span>
          </a>
        </span>
      </header>
      @if (file.error(); as problem) {
        <app-problem-note [problem]="problem" [again]="true" (retry)="file.reload()" />
      }
      @if (framed && !asText()) {
        @if (url(); as safe) {
          <iframe [src]="safe" [title]="heading()"></iframe>
        } @else if (!file.error()) {
          <app-skeleton [lines]="12" />
        }
      } @else {
        <app-region class="text" [of]="text" [lines]="12">
          @if (text.value(); as read) {
            <app-document-text [blocks]="read.blocks" [name]="name()" />
          }
        </app-region>
      }
    </section>
  `,
  styles: `
    iframe {
      display: block;
      width: 100%;
      height: min(80vh, 70rem);
      border: 0;
      background: var(--mat-sys-surface-container-high);
    }
    /* As tall as the file, before either is there: what stands below keeps its place. */
    app-skeleton,
    .text,
    .text[aria-busy] {
      display: block;
      min-height: min(80vh, 70rem);
    }
    .text {
      background: var(--mat-sys-surface-container-high);
    }
    @media (max-width: 640px) {
      header .line > * {
        flex: 1 1 auto;
      }
    }
  `,
})
export class DocumentPages {
  readonly bloc = input.required<string>();
  readonly id = input.required<string>();
  /** Changes whenever the file changes. */
  readonly stand = input.required<string>();
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  private readonly api = inject(DocumentApi);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly made = signal<string | null>(null);
  /** Browsers without a PDF view of their own (most phones) get the text. */
  protected readonly framed = navigator.pdfViewerEnabled && matchMedia('(min-width: 901px)').matches;
  protected readonly asText = signal(false);
  protected readonly address = computed(() => this.api.pdfAddress(this.bloc(), this.id()));
  protected readonly text = this.api.text(this.bloc, () => this.standing().id);
  protected readonly file = resource({
    params: () => ({ bloc: this.bloc(), ...this.standing() }),
    loader: ({ params }) => this.api.pdf(params.bloc, params.id),
  });
  protected readonly url = computed(() => (this.made() ? this.sanitizer.bypassSecurityTrustResourceUrl(this.made()!) : null));
  protected readonly fileName = computed(() => `${this.name().replaceAll('/', '-')}.pdf`);
  private readonly hashed = resource({
    params: () => (this.file.hasValue() ? { file: this.file.value(), stand: this.stand() } : undefined),
    loader: async ({ params }) => ({ stand: params.stand, hash: await sha256Of(params.file) }),
  });
  /** SHA-256 of the pages that are shown; null until they are. */
  readonly shown = computed(() => {
    const { stand, hash } = this.hashed.value() ?? {};
    return stand === this.stand() ? (hash ?? null) : null;
  });
  /** Both change together: the text and the file are read anew when the document moves. */
  private readonly standing = computed(() => ({ id: this.id(), stand: this.stand() }));

  constructor() {
    effect((onCleanup) => {
      const url = this.framed && this.file.hasValue() ? URL.createObjectURL(this.file.value()) : null;
      this.made.set(url);
      if (url) onCleanup(() => URL.revokeObjectURL(url));
    });
  }
}
