import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { DOCUMENT_TYPES, type DocumentType } from '@thidua/workflows/register/numbering';
import { dayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { DocumentApi } from './document.api.js';
import { DocumentMake } from './document-make.js';

/** What each paper of the year is for. */
const PURPOSES: Readonly<Record<DocumentType, string>> = {
  BC: $localize`:@@documents.report:Tổng kết phong trào thi đua, công tác khen thưởng; kèm kết quả, điểm và xếp hạng, danh sách đề nghị.`,
  BB: $localize`:@@documents.minutes:Hội nghị bình xét, suy tôn: thành phần, kết quả từng danh hiệu, lý do.`,
  TTr: $localize`:@@documents.letter:Đề nghị Hội đồng xét khen thưởng; dẫn Báo cáo và Biên bản đã ký.`,
};

/** The papers of a year (S25): the three types, how each stands, and what makes one that is missing. */
@Component({
  selector: 'app-document-list',
  imports: [Crumbs, DocumentMake, Icon, Region, RouterLink, StateTag],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@documents.title">Văn bản</h1>
        <p class="lede" i18n="@@documents.lede">
          Thư ký lập và trình, Văn thư kiểm tra thể thức, Trưởng Khối ký, Văn thư phát hành. Hội đồng xét theo Tờ trình và Biên bản.
        </p>
      </div>
      <p>
        <a [routerLink]="['/', bloc(), year(), 'register']" i18n="@@register.title">Sổ đăng ký văn bản đi</a>
      </p>
    </div>
    <app-region [of]="list" [lines]="8">
      @if (list.value()) {
        <div class="stack">
          @for (group of groups(); track group.type) {
            <section class="card pad" [attr.aria-labelledby]="'type-' + group.type">
              <h2 [id]="'type-' + group.type">{{ group.name }}</h2>
              <p class="hint">{{ group.purpose }}</p>
              @if (group.documents.length > 0) {
                <ul>
                  @for (document of group.documents; track document.id) {
                    <li class="line">
                      <a [routerLink]="[document.id]">{{ document.number ?? unnumbered }}</a>
                      <app-state-tag kind="Document" [state]="document.state" />
                      <span class="hint">{{ about(document) }}</span>
                    </li>
                  }
                </ul>
              } @else if (makes()) {
                <app-document-make [bloc]="bloc()" [year]="number()" [type]="group.type" [name]="group.name" />
              } @else {
                <p class="empty"><app-icon name="hourglass_top" /><span i18n="@@documents.none">Chưa có văn bản ông/bà được xem.</span></p>
              }
            </section>
          }
        </div>
      }
    </app-region>
  `,
  styles: `
    ul {
      margin-top: var(--td-space-3);
    }
    li {
      padding: 0.4rem 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    li a {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
      font-weight: 600;
    }
    .empty {
      display: flex;
      gap: 0.5rem;
      margin-top: var(--td-space-3);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class DocumentList {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly session = inject(Session);
  protected readonly number = computed(() => Number(this.year()));
  protected readonly list = liveList(inject(DocumentApi).list(() => ({ bloc: this.bloc(), year: this.number() })));
  protected readonly unnumbered = $localize`:@@documents.unnumbered:Chưa có số`;
  protected readonly makes = computed(() => this.session.rights().can('create', 'Document'));
  protected readonly groups = computed(() =>
    DOCUMENT_TYPES.map((type) => ({
      type,
      name: documentTypeWords[type][this.language],
      purpose: PURPOSES[type],
      documents: (this.list.value()?.items ?? []).filter((document) => document.type === type),
    })),
  );

  /** The day of a document, and whether another stands in its place. */
  protected about({ day, replacedBy, replaces }: DocumentView): string {
    return [
      ...(day ? [dayInWords(day, this.language)] : []),
      ...(replaces ? [$localize`:@@documents.replaces:Thay thế ${replaces.number ?? ''}:number:`] : []),
      ...(replacedBy ? [$localize`:@@documents.replacedBy:Có bản thay thế ${replacedBy.number ?? ''}:number:`] : []),
    ].join(' · ');
  }
}
