import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** The window's title: “page · unit · Thi Đua”, with “Lỗi:” before it while the page shows errors. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly page = signal<string | null>(null);
  private readonly subject = signal<string | null>(null);
  private readonly faulty = signal(false);
  /** The whole title. */
  readonly whole = computed(() => {
    const words = [this.page(), this.subject(), 'Thi Đua'].filter((part) => part !== null).join(' · ');
    return this.faulty() ? $localize`:@@title.faulty:Lỗi: ${words}:words:` : words;
  });

  constructor() {
    super();
    const title = inject(Title);
    effect(() => title.setTitle(this.whole()));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.page.set(this.buildTitle(state) ?? null);
    this.subject.set(null);
    this.faulty.set(false);
  }

  /** Names what the page is about: a unit, a document. */
  about(subject: string | null): void {
    this.subject.set(subject);
  }

  /** Marks the title while the page shows errors. */
  showsErrors(shown: boolean): void {
    this.faulty.set(shown);
  }
}
