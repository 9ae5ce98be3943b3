import { HttpClient, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { ProofGiven } from '@thidua/workflows/account/account.schema';
import type { ProofWay } from '@thidua/workflows/account/proof';
import { catchError, firstValueFrom, from, switchMap, throwError } from 'rxjs';
import { problemOf, Refusal } from './problem.js';

/**
 * A press that asks for a proof waits until the person has given it, and is then sent again as it was, key included: nothing is done
 * twice and nothing that was typed is lost. Who does not want to prove themselves sees the refusal where they pressed.
 */
@Injectable({ providedIn: 'root' })
export class FreshProof {
  private readonly http = inject(HttpClient);
  private readonly waiting = signal<ProofWay | null>(null);
  private answers: ((proved: boolean) => void)[] = [];
  /** By what the person is asked to prove themselves; null while nothing is asked. */
  readonly asked = this.waiting.asReadonly();

  /** Asks; presses that wait at the same time share one question. @returns whether it was proved */
  ask(by: ProofWay): Promise<boolean> {
    this.waiting.set(by);
    return new Promise((answer) => this.answers.push(answer));
  }

  /** @throws Refusal 'wrong-password' | 'wrong-code' | 'too-many-attempts' | 'sign-in-needed' */
  async prove(entered: string): Promise<void> {
    const given: ProofGiven = this.waiting() === 'code' ? { code: entered } : { password: entered };
    await firstValueFrom(this.http.post('/api/session/proof', given));
    this.end(true);
  }

  /** Goes back to the page without proving anything. */
  drop(): void {
    this.end(false);
  }

  private end(proved: boolean): void {
    this.waiting.set(null);
    for (const answer of this.answers.splice(0)) answer(proved);
  }
}

/** Sends a request again once its reader has proved who they are. No page knows of it. */
export const freshProofs: HttpInterceptorFn = (request, next) => {
  const proofs = inject(FreshProof);
  return next(request).pipe(
    catchError((error: unknown) => {
      const by = error instanceof Refusal ? problemOf(error).proof : undefined;
      if (!by) return throwError(() => error);
      return from(proofs.ask(by)).pipe(switchMap((proved) => (proved ? next(request) : throwError(() => error))));
    }),
  );
};
