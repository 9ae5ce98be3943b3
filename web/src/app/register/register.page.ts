import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RegisterLine } from '@thidua/workflows/register/document.schema';
import { dayInWords } from '../platform/dates.js';
import { liveList } from '../platform/fresh.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { DocumentApi } from './document.api.js';

type Row = RegisterLine & { readonly key: string };

/** The register of outgoing documents (sổ đăng ký văn bản đi) with the columns of Nghị định 30/2020/NĐ-CP, Phụ lục IV; void numbers stay in it. */
@Component({
  selector: 'app-register-page',
  imports: [Cell, Crumbs, DataTable, EmptyState, Icon, MatButton, Region, RouterLink],
  template: `
    <app-crumbs [above]="[{ name: listName, link: ['/', bloc(), year(), 'documents'] }]" />
    <div class="page-head">
      <div>
        <h1>{{ heading() }}</h1>
        <p class="lede" i18n="@@register.lede">Mỗi số cấp một lần; số đã hủy vẫn ở trong sổ, kèm lý do.</p>
      </div>
      <button matButton="outlined" type="button" class="no-print" (click)="print()">
        <app-icon name="print" /><span i18n="@@register.print">In sổ</span>
      </button>
    </div>
    <app-region [of]="lines" [lines]="8">
      @if (lines.value()) {
        <div class="card">
          @if (rows().length > 0) {
            <app-data-table [caption]="heading()" tools="register" [columns]="columns" [rows]="rows()" key="key">
              <ng-template appCell="number" let-row>
                <a class="whole" [routerLink]="['/', bloc(), year(), 'documents', of(row).documentId]">{{ of(row).number }}</a>
              </ng-template>
              <ng-template appCell="day" let-row
                ><span class="whole">{{ when(of(row).day) }}</span></ng-template
              >
              <ng-template appCell="title" let-row>
                <span class="long"
                  ><b>{{ of(row).typeName }}.</b> {{ of(row).title }}</span
                >
              </ng-template>
              <ng-template appCell="signer" let-row
                ><span class="short">{{ of(row).signer ?? '–' }}</span></ng-template
              >
              <ng-template appCell="recipients" let-row
                ><span class="long">{{ of(row).recipients.join('; ') }}</span></ng-template
              >
              <ng-template appCell="kept" let-row
                ><span class="short">{{ of(row).kept ?? '–' }}</span></ng-template
              >
              <ng-template appCell="copies" let-row
                ><span class="short">{{ of(row).state === 'used' ? oneCopy : '–' }}</span></ng-template
              >
              <ng-template appCell="issued" let-row
                ><span class="whole">{{ of(row).issuedOn ? when(of(row).issuedOn!) : '–' }}</span></ng-template
              >
              <ng-template appCell="note" let-row>
                <span [class.void]="of(row).state === 'void'">{{ noteOf(of(row)) || '–' }}</span>
              </ng-template>
            </app-data-table>
          } @else {
            <app-empty-state i18n="@@register.empty"
              >Không có số nào mà ông/bà đọc được: chưa văn bản nào được mở để ký, hoặc sổ không thuộc việc của ông/bà.</app-empty-state
            >
          }
        </div>
      }
    </app-region>
  `,
  styles: `
    .void {
      font-weight: 600;
    }
    /* A number and a day are never parted; a few words stand in two lines, not one below the other. Paper and cards have their own room. */
    @media screen and (min-width: 901px) {
      .whole {
        white-space: nowrap;
      }
      .short {
        display: inline-block;
        min-width: 5.25rem;
      }
      .long {
        display: inline-block;
        min-width: 9rem;
      }
    }
  `,
})
export class RegisterPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  protected readonly lines = liveList(inject(DocumentApi).register(() => ({ bloc: this.bloc(), year: Number(this.year()) })));
  protected readonly rows = computed<Row[]>(() =>
    (this.lines.value()?.items ?? []).map((line) => ({ ...line, key: `${line.day} ${line.number}` })),
  );
  protected readonly listName = $localize`:@@documents.title:Văn bản`;
  protected readonly heading = computed(() => $localize`:@@register.heading:Sổ đăng ký văn bản đi năm ${this.year()}:year:`);
  protected readonly oneCopy = $localize`:@@register.oneCopy:01 bản điện tử`;
  protected readonly columns: readonly Column<Row>[] = [
    { key: 'number', name: $localize`:@@register.number:Số, ký hiệu` },
    { key: 'day', name: $localize`:@@register.day:Ngày tháng`, value: ({ day }) => this.when(day) },
    { key: 'title', name: $localize`:@@register.about:Tên loại và trích yếu`, value: ({ typeName, title }) => `${typeName}. ${title}` },
    { key: 'signer', name: $localize`:@@register.signer:Người ký` },
    { key: 'recipients', name: $localize`:@@register.recipients:Nơi nhận`, value: ({ recipients }) => recipients.join('; ') },
    { key: 'kept', name: $localize`:@@register.kept:Nơi lưu` },
    { key: 'copies', name: $localize`:@@register.copies:Số bản`, value: ({ state }) => (state === 'used' ? this.oneCopy : null) },
    { key: 'issued', name: $localize`:@@register.issued:Ngày chuyển`, value: ({ issuedOn }) => (issuedOn ? this.when(issuedOn) : null) },
    { key: 'note', name: $localize`:@@register.note:Ghi chú`, value: (line) => this.noteOf(line) },
  ];

  /** Templates do not know the rows of their table. */
  protected of(row: unknown): Row {
    return row as Row;
  }

  protected when(day: string): string {
    return dayInWords(day, this.language);
  }

  protected noteOf({ state, reason }: RegisterLine): string {
    if (state === 'void') return $localize`:@@register.void:Số đã hủy. ${reason ?? ''}:reason:`;
    return state === 'reserved' ? $localize`:@@register.reserved:Đang chờ ký` : '';
  }

  protected print(): void {
    globalThis.print();
  }
}
