import { Component } from '@angular/core';
import { ConfirmPanel } from '../../ui/confirm-panel.js';
import { DoneNote } from '../../ui/done-note.js';
import { EmptyState } from '../../ui/empty-state.js';
import { EventButtons } from '../../ui/event-buttons.js';
import { EventFinal } from '../../ui/event-final.js';
import { EventReason } from '../../ui/event-reason.js';
import { ProblemNote } from '../../ui/problem-note.js';
import { RecusalList } from '../../ui/recusal-list.js';
import { SaidNote } from '../../ui/said-note.js';
import { ToastNote } from '../../ui/toast-note.js';
import { WorkProgress } from '../../ui/work-progress.js';
import { ACTIONS, MANNERS, PLACES, PROBLEMS } from './gallery.data.js';
import { GalleryPart } from './gallery-part.js';

/** What is done and what came of it: buttons in each state, what is asked once more, refusals, what was received, nothing there. */
@Component({
  selector: 'app-gallery-acting',
  imports: [
    ConfirmPanel,
    DoneNote,
    EmptyState,
    EventButtons,
    EventFinal,
    EventReason,
    GalleryPart,
    ProblemNote,
    RecusalList,
    SaidNote,
    ToastNote,
    WorkProgress,
  ],
  template: `
    @for (set of actions; track set.name) {
      <app-gallery-part part="app-event-buttons" [state]="set.name">
        <app-event-buttons
          [id]="'buttons-' + set.name"
          [kind]="kindOf(set.name)"
          [actions]="set.actions"
          [manners]="manners"
          [places]="places"
          [busy]="set.busy ?? false"
        />
      </app-gallery-part>
    }
    <app-gallery-part part="app-event-reason">
      <app-event-reason fieldId="gallery-reason" [label]="reason" [hint]="reasonHint" [verb]="verb" [least]="10" />
    </app-gallery-part>
    <app-gallery-part part="app-event-final"><app-event-final [verb]="final" [object]="object" [after]="after" /></app-gallery-part>
    <app-gallery-part part="app-confirm-panel">
      <app-confirm-panel [answers]="answers" [verb]="send" [after]="after" [back]="['/gallery']" />
    </app-gallery-part>
    @for (problem of problems; track $index) {
      <app-gallery-part part="app-problem-note" [state]="problem.problem.code">
        <app-problem-note [problem]="problem" [again]="problem.problem.status === 0" />
      </app-gallery-part>
    }
    <app-gallery-part part="app-done-note">
      <app-done-note [heading]="done"
        ><p>{{ doneNext }}</p></app-done-note
      >
    </app-gallery-part>
    <app-gallery-part part="app-said-note"
      ><app-said-note>{{ said }}</app-said-note></app-gallery-part
    >
    <app-gallery-part part="app-toast-note"
      ><div class="form"><app-toast-note [sentence]="saved" /></div
    ></app-gallery-part>
    <app-gallery-part part="app-work-progress">
      <app-work-progress fieldId="gallery" [label]="sending" [done]="3" [of]="12" />
    </app-gallery-part>
    <app-gallery-part part="app-recusal-list"><app-recusal-list [heading]="recused" [lines]="recusals" /></app-gallery-part>
    <app-gallery-part part="app-empty-state"
      ><div class="card">
        <app-empty-state>{{ empty }}</app-empty-state>
      </div></app-gallery-part
    >
  `,
})
export class GalleryActing {
  protected readonly actions = ACTIONS;
  protected readonly manners = MANNERS;
  protected readonly places = PLACES;
  protected readonly problems = PROBLEMS;
  protected readonly reason = 'Lý do';
  protected readonly reasonHint = 'Ít nhất 10 ký tự. Lý do được ghi vào lịch sử hồ sơ.';
  protected readonly verb = 'Trả lại';
  protected readonly final = 'Công bố xếp hạng';
  protected readonly object = 'năm 2020';
  protected readonly after = 'Thứ hạng được khóa; mọi đơn vị đọc được.';
  protected readonly send = 'Gửi bản đăng ký';
  protected readonly answers = [
    { name: 'Danh hiệu đăng ký', value: 'Cờ thi đua của UBND tỉnh', edit: { link: ['/gallery'] } },
    { name: 'Chỉ tiêu', value: '1. Hội viên mới kết nạp: 26 người (năm trước 24)\n2. Vận động quỹ: 13,1 tỷ đồng' },
  ];
  protected readonly done = 'Đã gửi bản đăng ký';
  protected readonly doneNext = 'Nhận lúc 13/03/2020 09:42. Trưởng nhóm xem xét trước 20/03/2020.';
  protected readonly said = 'Đã đặt lại cách hiển thị.';
  protected readonly saved = 'Đã tải “Bản đăng ký của các đơn vị.xlsx”, 18 dòng.';
  protected readonly sending = 'Đang gửi thư nhắc';
  protected readonly recused = 'Xin không chấm, không xét';
  protected readonly recusals = [{ text: 'Hội Nhà báo xin không chấm; Hội Luật gia chấm thay', reason: 'Cùng ban chấp hành.' }];
  protected readonly empty = 'Chưa có bản đăng ký nào: năm thi đua chưa mở, hoặc ông/bà chưa được xem.';

  /** Every set has a kind of its own: the ids of the reasons are made of it. */
  protected kindOf(set: string): string {
    return set === 'on' || set === 'missing' ? 'Registration' : set === 'off' ? 'Section' : 'Report';
  }
}
