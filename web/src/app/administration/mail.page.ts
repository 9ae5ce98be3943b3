import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, type OnDestroy } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MailSettingsView, TestLetter } from '@thidua/workflows/mail/mail.schema';
import { firstValueFrom } from 'rxjs';
import { Announcer } from '../platform/announcer.js';
import { Api } from '../platform/api.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { ProblemNote } from '../ui/problem-note.js';
import { Region } from '../ui/region.js';
import { aboveProvince } from './places.js';

const ADDRESS = '/api/administration/mail';
/** How often the page asks what became of a letter. */
const ASK_MS = 1_500;

/** How letters leave the installation, and a test letter whose fate is told as the worker reports it. */
@Component({
  selector: 'app-mail-page',
  imports: [Crumbs, MatButton, ProblemNote, Region],
  templateUrl: './mail.page.html',
  styles: `
    .where {
      margin-top: var(--td-space-3);
      max-width: var(--td-measure);
    }
  `,
})
export class MailPage implements OnDestroy {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(LANGUAGE);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly settings = this.api.read(() => ADDRESS, MailSettingsView);
  protected readonly letter = signal<TestLetter | null>(null);
  protected readonly problem = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly above = aboveProvince();
  protected readonly fate = computed(() => {
    const letter = this.letter();
    return letter ? this.inWords(letter) : '';
  });

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    clearTimeout(this.timer);
    try {
      this.tell(TestLetter.parse(await firstValueFrom(this.http.post(`${ADDRESS}/tests`, {}))));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** A letter that waits is asked after again; what became of it is said once. */
  private tell(letter: TestLetter): void {
    const before = this.fate();
    this.letter.set(letter);
    if (this.fate() !== before) this.announcer.say(this.fate());
    if (letter.state === 'queued') this.timer = setTimeout(() => void this.ask(letter.id), ASK_MS);
    else this.settings.reload();
  }

  private async ask(id: string): Promise<void> {
    try {
      this.tell(await this.api.once(`${ADDRESS}/tests/${id}`, TestLetter));
    } catch (error) {
      this.problem.set(error);
    }
  }

  private inWords({ state, address, attempts, answer, nextAt }: TestLetter): string {
    const said = answer ?? '';
    if (state === 'accepted') return $localize`:@@mail.taken:Máy chủ thư đã nhận thư gửi ${address}:address:: ${said}:answer:`;
    if (state !== 'queued') return $localize`:@@mail.refused:Máy chủ thư từ chối thư gửi ${address}:address:: ${said}:answer:`;
    const next = instantInWords(nextAt, this.language);
    if (attempts > 0)
      return $localize`:@@mail.again:Lần ${attempts}:attempts: chưa được nhận: ${said}:answer: Sẽ thử lại lúc ${next}:next:.`;
    return $localize`:@@mail.queued:Thư gửi ${address}:address: đang chờ được gửi.`;
  }
}
