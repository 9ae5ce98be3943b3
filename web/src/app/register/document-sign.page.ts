import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { dayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { ConfirmPanel, type Answer } from '../ui/confirm-panel.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { DocumentDesk } from './document-desk.js';
import { DocumentPages } from './document-pages.js';
import { shortHash } from './sha256.js';
import { SignatureNote } from './signature-note.js';

/** Signing (S25, P15): the frozen pages, whose hash is what is signed; number, day and signatory; what follows. */
@Component({
  selector: 'app-document-sign-page',
  imports: [ConfirmPanel, Crumbs, DocumentPages, DoneNote, ProblemNote, Region, RouterLink, SignatureNote],
  providers: [DocumentDesk],
  templateUrl: './document-sign.page.html',
})
export class DocumentSignPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(DocumentDesk);
  private readonly language = inject(LANGUAGE);
  private readonly pages = viewChild(DocumentPages);
  protected readonly listName = $localize`:@@documents.title:Văn bản`;
  protected readonly address = computed(() => ['/', this.bloc(), this.year(), 'documents', this.id()]);
  protected readonly verb = computed(() => $localize`:@@documentSign.verb:Ký ${this.desk.view()?.typeName ?? ''}:type:`);
  protected readonly heading = computed(() => $localize`:@@document.pagesFrozen:Bản chờ ký, ${this.desk.view()?.pages ?? 0}:pages: trang`);
  protected readonly after = $localize`:@@documentSign.after:Chữ ký được tạo và kiểm tra ngay; sau đó Văn thư phát hành. Nội dung không sửa được nữa; muốn sửa phải ban hành văn bản thay thế.`;
  protected readonly doneHeading = computed(() => $localize`:@@documentSign.doneHeading:Đã ký ${this.desk.name()}:document:`);
  /** The need that stands against signing, for this reader. */
  protected readonly against = computed(() => this.desk.view()?.actions.find(({ type }) => type === 'sign')?.needs ?? []);
  protected readonly signs = computed(() => {
    const action = this.desk.view()?.actions.find(({ type }) => type === 'sign');
    return action !== undefined && action.needs.length === 0;
  });
  protected readonly answers = computed<Answer[]>(() => {
    const view = this.desk.view();
    if (!view) return [];
    const hash = this.hash();
    return [
      { name: $localize`:@@documentSign.number:Số, ký hiệu`, value: view.number ?? '–' },
      { name: $localize`:@@documentSign.day:Ngày`, value: view.day ? dayInWords(view.day, this.language) : '–' },
      { name: $localize`:@@documentSign.title:Ký văn bản`, value: view.title },
      { name: $localize`:@@documentSign.signer:Người ký`, value: view.signer ? `${view.signer.name}, ${view.signer.post}` : '–' },
      ...this.instead(view.signer),
      {
        name: $localize`:@@documentSign.hash:Mã của bản đang ký (8 ký tự đầu)`,
        value: hash ? shortHash(hash) : $localize`:@@documentSign.loading:Đang tải bản ký`,
      },
    ];
  });
  /** The hash of what is shown; where the browser cannot compute it, the one that the program names. */
  private readonly hash = computed(() => this.pages()?.shown() ?? (globalThis.crypto.subtle ? null : (this.desk.view()?.sha256 ?? null)));

  /** In whose stead the pages are signed, where it is so. */
  private instead(signer: DocumentView['signer']): Answer[] {
    if (!signer?.principal || !signer.mannerName) return [];
    return [{ name: $localize`:@@documentSign.instead:Tư cách ký`, value: `${signer.manner}. · ${signer.mannerName} ${signer.principal}` }];
  }

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.id()));
  }

  protected async sign(): Promise<void> {
    const [view, sha256] = [this.desk.view(), this.hash()];
    if (view && sha256) await this.desk.send({ type: 'sign', version: view.version, sha256 });
  }
}
