import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  AccountLinkView,
  FactorBegun,
  FactorView,
  FirstAdministratorView,
  RecoveryCodes,
  SessionList,
  type FirstAdministratorDraft,
} from '@thidua/workflows/account/account.schema';
import { TermList } from '@thidua/workflows/person/person.schema';
import { firstValueFrom } from 'rxjs';
import { Api } from '../platform/api.js';

/** Where one is signed in, and setting a password by a letter's link. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);

  /** The terms of the reader's own posts. Call it where `inject` may be called. */
  terms() {
    return this.api.read(() => '/api/account/terms', TermList);
  }

  /** Where the reader is signed in. Call it where `inject` may be called. */
  sessions() {
    return this.api.read(() => '/api/account/sessions', SessionList);
  }

  /** Ends one session, or all but this one. @throws Refusal 'not-found' when it has ended meanwhile */
  async end(id: string | null): Promise<void> {
    await firstValueFrom(this.http.delete(id ? `/api/account/sessions/${id}` : '/api/account/sessions'));
  }

  /** Signs out on every device, this one included. @throws Refusal 'sign-in-needed' */
  async endAll(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session/everywhere'));
  }

  /** Whether a code is asked for beside the password. Call it where `inject` may be called. */
  factor() {
    return this.api.read(() => FACTOR, FactorView);
  }

  /** @throws Refusal 'wrong-password' | 'too-many-attempts' */
  async beginFactor(password: string): Promise<FactorBegun> {
    return FactorBegun.parse(await firstValueFrom(this.http.post(FACTOR, { password })));
  }

  /** @returns the recovery codes, which are shown this once. @throws Refusal 'wrong-code' */
  async confirmFactor(code: string): Promise<readonly string[]> {
    return RecoveryCodes.parse(await firstValueFrom(this.http.post(`${FACTOR}/confirmation`, { code }))).codes;
  }

  /** @throws Refusal 'wrong-code' | 'too-many-attempts' */
  async removeFactor(code: string): Promise<void> {
    await firstValueFrom(this.http.post(`${FACTOR}/removal`, { code }));
  }

  /** Asks for a letter that lets one set a new password; nobody is told whether anybody has this address. @throws Refusal 'too-many-attempts' */
  async askReset(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/password-resets', { email }));
  }

  /** Whom a letter's link lets in. Call it where `inject` may be called. */
  link(token: () => string) {
    return this.api.read(() => addressOf(token()), AccountLinkView);
  }

  /** @throws Refusal 'weak-password' | 'used-link' | 'expired-link' | 'unknown-link' */
  async setPassword(token: string, password: string): Promise<void> {
    await firstValueFrom(this.http.post(addressOf(token), { password }));
  }

  /** Whether a code waits for the first administrator; 'not-found' once there is one. Call it where `inject` may be called. */
  firstAdministrator() {
    return this.api.read(() => FIRST, FirstAdministratorView);
  }

  /** @throws Refusal 'wrong-first-code' | 'expired-first-code' | 'weak-password' | 'too-many-attempts' | 'not-found' */
  async makeFirstAdministrator(draft: FirstAdministratorDraft): Promise<void> {
    await firstValueFrom(this.http.post(FIRST, draft));
  }
}

const FACTOR = '/api/account/factor';
const FIRST = '/api/first-administrator';
const addressOf = (token: string): string => `/api/account-links/${encodeURIComponent(token)}`;
