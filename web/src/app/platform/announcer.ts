import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable } from '@angular/core';

const MINUTE = 60_000;

/** Says what has happened to those who do not see it. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly live = inject(LiveAnnouncer);
  private readonly saidAt = new Map<string, number>();

  /** Says it once the reader pauses. */
  say(sentence: string): void {
    void this.live.announce(sentence, 'polite');
  }

  /** Says what happens again and again, such as “saved”, at most once a minute for each subject. */
  sayNowAndThen(subject: string, sentence: string): void {
    const now = Date.now();
    if (now - (this.saidAt.get(subject) ?? -MINUTE) < MINUTE) return;
    this.saidAt.set(subject, now);
    this.say(sentence);
  }
}
