import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { Me, type Credentials, type PasswordChange } from '@thidua/workflows/account/account.schema';
import { abilityFor } from '@thidua/workflows/ability';
import { firstValueFrom } from 'rxjs';
import { Capacity } from './capacity.js';
import { problemOf, type ProblemBody } from './problem.js';

/** Who is signed in, in which capacity they act, and what they may open. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly capacity = inject(Capacity);
  private readonly person = signal<Me | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);
  /** The signed-in person, or null. */
  readonly me = this.person.asReadonly();
  /** Why it is not known who is signed in: the server could not be reached. */
  readonly trouble = this.failure.asReadonly();

  /** The posts held, each once; duties that follow from a post share its id. */
  readonly posts = computed(() => [...new Map([...(this.me()?.posts ?? [])].reverse().map((post) => [post.id, post])).values()].reverse());
  /** The chosen post, when one is chosen and held. */
  readonly post = computed(() => this.posts().find((post) => post.id === this.capacity.chosen()) ?? null);
  /** What the person may do by their posts: for menus and routes only, the API decides. */
  readonly rights = computed(() => {
    const me = this.me();
    return abilityFor({
      kind: 'person',
      personId: me?.personId ?? null,
      name: me?.name ?? '',
      posts: me?.posts ?? [],
      actingAs: this.post()?.id ?? null,
    });
  });
  /** The provinces whose councils the person belongs to, by what the rules show of them. */
  readonly councils = computed(() =>
    this.rights()
      .rulesFor('read', 'Council')
      .flatMap(({ conditions }) => (conditions as { provinceId?: string } | undefined)?.provinceId ?? []),
  );

  /**
   * Asks who is signed in, unless the page was made for a browser without a session: a refusal would stand in its console.
   * Never fails: `trouble` says why it is not known.
   */
  async load(): Promise<void> {
    if (this.document.documentElement.dataset['visitor'] === 'stranger' && !this.me()) return;
    try {
      this.begin(await firstValueFrom(this.http.get('/api/session')));
    } catch (error) {
      const problem = problemOf(error);
      this.person.set(null);
      this.failure.set(problem.status === 401 ? null : problem);
    }
  }

  /** @throws Refusal 'wrong-sign-in' | 'too-many-attempts' */
  async signIn(credentials: Credentials): Promise<void> {
    this.capacity.choose(null);
    this.begin(await firstValueFrom(this.http.post('/api/session', credentials)));
  }

  /**
   * Ends the session here even when the server cannot be told.
   * @returns whether it has ended there too: else whoever comes to this browser next may still be let in, which the person must know
   */
  async signOut(): Promise<boolean> {
    try {
      await firstValueFrom(this.http.delete('/api/session'));
      return true;
    } catch (error) {
      return problemOf(error).code === 'sign-in-needed'; // it had ended before
    } finally {
      this.capacity.choose(null);
      this.person.set(null);
    }
  }

  /** @throws Refusal 'wrong-password' | 'weak-password' */
  async changePassword(change: PasswordChange): Promise<void> {
    await firstValueFrom(this.http.put('/api/account/password', change));
  }

  /** Ends the first steps above My work, on every device. @throws Refusal */
  async endFirstSteps(): Promise<void> {
    await firstValueFrom(this.http.put('/api/account/first-steps', { ended: true }));
    this.person.update((me) => me && { ...me, firstSteps: false });
  }

  /** Tells the server that somebody is there. A line that is cut is no end; a session that has ended is. */
  async stay(): Promise<void> {
    try {
      await firstValueFrom(this.http.get('/api/session'));
    } catch (error) {
      if (problemOf(error).code === 'sign-in-needed') this.ended();
    }
  }

  /** The session has ended on the server. */
  ended(): void {
    this.person.set(null);
  }

  private begin(answer: unknown): void {
    const me = Me.parse(answer);
    this.person.set(me);
    this.failure.set(null);
    if (this.capacity.chosen() && !me.posts.some((post) => post.id === this.capacity.chosen())) this.capacity.choose(null);
  }
}
