import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PersonEvent, type TermView } from '@thidua/workflows/person/person.schema';
import { eventName } from '@thidua/workflows/words';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners, Pressed } from '../ui/event-choice.js';
import { FieldsForm, type FormField, type Typed } from '../ui/fields-form.js';
import { PostTerms } from '../ui/post-terms.js';
import { Region } from '../ui/region.js';
import { SaidNote } from '../ui/said-note.js';
import { StateTag } from '../ui/state-tag.js';
import { AdministrationApi } from './administration.api.js';
import { Places } from './places.js';
import { postFields } from './post-fields.js';
import { RecordDesk, type Told } from './record-desk.js';

/** One person: name and address, posts over time, and what the keeper may do. */
@Component({
  selector: 'app-person-page',
  imports: [Crumbs, EventButtons, FieldsForm, PostTerms, Region, RouterLink, SaidNote, StateTag],
  templateUrl: './person.page.html',
  styles: `
    section,
    .note {
      margin-bottom: var(--td-space-4);
    }
  `,
})
export class PersonPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(AdministrationApi);
  private readonly language = inject(LANGUAGE);
  private readonly home = this.api.province(this.province);
  protected readonly desk = new RecordDesk(
    this.api.person(this.province, this.id),
    (event: PersonEvent) => this.api.sendPerson(this.province(), this.id(), event),
    justDone(inject(Router).currentNavigation()),
  );
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.abovePerson(this.province()));
  protected readonly typed = signal<Typed>({});
  protected readonly ending = signal<TermView | null>(null);
  protected readonly shape = PersonEvent;
  private readonly post = postFields(
    this.province,
    () => this.home.value()?.id,
    () => this.typed(),
    'post',
  );

  /** Ending a post stands beside the post, not among the buttons; nobody is invited who has come in. */
  protected readonly actions = computed(() =>
    (this.desk.view()?.actions ?? []).filter(({ type }) => type !== 'end-post' && !(type === 'invite' && this.desk.view()?.signedIn)),
  );
  protected readonly ends = computed(() =>
    (this.desk.view()?.actions ?? []).some(({ type, needs }) => type === 'end-post' && needs.length === 0),
  );
  protected readonly invited = $localize`:@@people.invited:Chưa đặt mật khẩu`;
  protected readonly manners: EventManners = {
    'give-post': { asks: true, icon: 'add' },
    rename: { asks: true },
    readdress: { asks: true },
    rejoin: { final: true, after: $localize`:@@person.rejoinAfter:Người này nhận thư mời đặt lại mật khẩu; sau đó giao lại chức danh.` },
    leave: {
      quiet: true,
      reason: { least: 10 },
      after: $localize`:@@person.leaveAfter:Mọi chức danh kết thúc hôm nay, tài khoản đóng ngay.`,
    },
    erase: { quiet: true, reason: { least: 10 } },
  };
  protected readonly done = computed(() => {
    const type = this.desk.done();
    return type ? $localize`:@@administration.done:Đã xong: ${eventName('Person', type, this.language)}:event:.` : null;
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    switch (this.desk.opened()) {
      case 'rename':
        return [{ place: 'name', label: $localize`:@@people.name:Họ và tên` }];
      case 'readdress':
        return [
          {
            place: 'email',
            label: $localize`:@@people.email:E-mail`,
            kind: 'email',
            hint: $localize`:@@person.readdressHint:Địa chỉ cũ được báo; các phiên đang đăng nhập kết thúc.`,
          },
        ];
      case 'give-post':
        return this.post();
      case 'end-post':
        return [
          {
            place: 'on',
            label: $localize`:@@person.lastDay:Ngày cuối giữ chức danh`,
            kind: 'date',
            hint: $localize`:@@person.lastDayHint:Quyền chấm dứt lúc 0 giờ ngày hôm sau, giờ Việt Nam.`,
          },
          {
            place: 'reason',
            label: $localize`:@@event.reason:Lý do`,
            kind: 'area',
            hint: $localize`:@@person.reasonHint:Ít nhất 10 ký tự.`,
          },
        ];
      default:
        return [];
    }
  });
  protected readonly more = computed(() => ({
    type: this.desk.opened(),
    version: this.desk.view()?.version,
    ...(this.desk.opened() === 'end-post' ? { postId: this.ending()?.id } : {}),
  }));
  protected readonly verb = computed(() => eventName('Person', this.desk.opened() ?? '', this.language));

  protected ask(type: string): void {
    const { name, email } = this.desk.view()!;
    this.typed.set(type === 'rename' ? { name } : type === 'readdress' ? { email } : {});
    this.desk.open(type);
  }

  protected askEnd(post: TermView): void {
    this.ending.set(post);
    this.ask('end-post');
  }

  protected send(event: Pressed): void {
    void this.desk.send(event as Told<PersonEvent>);
  }

  protected give(event: PersonEvent): void {
    void this.desk.send(event);
  }
}
