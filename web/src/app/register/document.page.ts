import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DocumentEvent } from '@thidua/workflows/register/document.schema';
import { dayInWords, weekdayInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import { Crumbs } from '../ui/crumbs.js';
import { DoneNote } from '../ui/done-note.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { HistoryList } from '../ui/history-list.js';
import { Region } from '../ui/region.js';
import { StateSteps } from '../ui/state-steps.js';
import { StateTag } from '../ui/state-tag.js';
import { DocumentApi } from './document.api.js';
import { DocumentDesk } from './document-desk.js';
import { DocumentPages } from './document-pages.js';
import { DocumentReplace } from './document-replace.js';
import { stepsOf } from './document-steps.js';
import { FormatList } from './format-list.js';
import { SignatureNote } from './signature-note.js';

const SIGNED: readonly string[] = ['signed', 'issued'];

/** A document on its way (S25): its pages, for whom it waits, the check of its format, its signature, what it replaces, its history. */
@Component({
  selector: 'app-document-page',
  imports: [
    DoneNote,
    Crumbs,
    DocumentPages,
    DocumentReplace,
    EventButtons,
    FormatList,
    HistoryList,
    Region,
    RouterLink,
    SignatureNote,
    StateSteps,
    StateTag,
  ],
  providers: [DocumentDesk],
  templateUrl: './document.page.html',
  styles: `
    .beside-column > * {
      min-width: 0;
    }
  `,
})
export class DocumentPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  protected readonly desk = inject(DocumentDesk);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  private readonly session = inject(Session);
  protected readonly listName = $localize`:@@documents.title:Văn bản`;
  protected readonly stepsName = $localize`:@@document.steps:Các bước của văn bản`;
  protected readonly history = inject(DocumentApi).history(this.bloc, () => this.moved().id);
  protected readonly steps = computed(() => (this.desk.view() ? stepsOf(this.desk.view()!, this.language) : []));
  protected readonly signed = computed(() => SIGNED.includes(this.desk.view()?.state ?? ''));
  protected readonly replaceable = computed(
    () => this.signed() && !this.desk.view()!.replacedBy && this.session.rights().can('create', 'Document'),
  );
  protected readonly unnumbered = $localize`:@@documents.unnumbered:Chưa có số`;
  /** Each line once: head and deputy may share one. */
  protected readonly recipients = computed(() => [...new Set(this.desk.view()?.recipients.map(({ text }) => text) ?? [])]);
  protected readonly due = computed(() => (this.desk.view() ? weekdayInWords(this.desk.view()!.due, this.language) : ''));
  protected readonly day = computed(() => {
    const day = this.desk.view()?.day;
    return day ? dayInWords(day, this.language) : null;
  });
  protected readonly heading = computed(() => {
    const view = this.desk.view();
    if (!view) return '';
    if (this.signed()) return $localize`:@@document.pagesSigned:Bản đã ký, ${view.pages}:pages: trang`;
    if (view.number) return $localize`:@@document.pagesFrozen:Bản chờ ký, ${view.pages}:pages: trang`;
    return $localize`:@@document.pagesDraft:Bản dự thảo, ${view.pages}:pages: trang`;
  });
  protected readonly manners: EventManners = {
    propose: { icon: 'send', after: $localize`:@@document.proposeAfter:Văn thư nhận và kiểm tra thể thức.` },
    compile: { quiet: true, after: $localize`:@@document.compileAfter:Nội dung được lập lại từ hồ sơ hiện nay.` },
    pass: { icon: 'check', after: $localize`:@@document.passAfter:Trưởng Khối nhận để xem và ký.` },
    return: { quiet: true, reason: { least: 10 } },
    recuse: {
      quiet: true,
      icon: 'block',
      reason: { least: 10, hint: $localize`:@@document.recuseHint:Ít nhất 10 ký tự. Người khác giữ cùng chức danh làm tiếp.` },
    },
    prepare: { icon: 'draw', after: $localize`:@@document.prepareAfter:Số và ngày được cấp ngay; ký trong ngày, quá nửa đêm số bị hủy.` },
    sign: { icon: 'draw', asks: true, after: $localize`:@@document.signAfter:Xem bản ký rồi ký ở trang sau.` },
    issue: { icon: 'send', after: $localize`:@@document.issueAfter:Các đơn vị và Hội đồng xem được văn bản.` },
  };
  /** What was done here last. */
  protected readonly done = signal<string | null>(null);
  private readonly moved = computed(() => ({ id: this.id(), version: this.desk.view()?.version }));

  constructor() {
    effect(() => this.desk.open(this.bloc(), this.id()));
  }

  protected async send({ type, reason }: Pressed): Promise<void> {
    const event = DocumentEvent.parse({ type, version: this.desk.view()!.version, ...(reason ? { reason } : {}) });
    this.done.set(null);
    if (!(await this.desk.send(event))) return;
    this.done.set(type);
    if (type === 'prepare') await this.toSign();
  }

  protected doneHeading(event: string): string {
    const name = this.desk.name();
    switch (event) {
      case 'propose':
        return $localize`:@@document.doneProposed:Đã trình ${name}:document: để kiểm tra thể thức`;
      case 'pass':
        return $localize`:@@document.donePassed:${name}:document: đạt thể thức, Trưởng Khối đã nhận để ký`;
      case 'return':
        return $localize`:@@document.doneReturned:Đã trả lại ${name}:document:`;
      case 'recuse':
        return $localize`:@@document.doneRecused:Đã xin không làm ${name}:document:`;
      case 'issue':
        return $localize`:@@document.doneIssued:Đã phát hành ${name}:document:`;
      default:
        return $localize`:@@document.doneCompiled:Đã lập lại nội dung ${name}:document:`;
    }
  }

  protected toSign(): Promise<boolean> {
    return this.router.navigate(['/', this.bloc(), this.year(), 'documents', this.id(), 'sign']);
  }
}
