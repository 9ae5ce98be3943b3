import type { FactorBegun, RecoveryCodes } from '@thidua/workflows/account/account.schema';
import { generate } from 'otplib';
import { Browser } from './client.js';
import { done } from './scores.js';
import { PASSWORD, type World } from './world.js';

const STEP_SECONDS = 30;

/** What a person's application shows now, or some steps of 30 seconds later: a clock may be one step ahead. */
export const codeShown = (secret: string, later = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + later * STEP_SECONDS });

/** A person who is asked for a code beside the password from now on. */
export interface Enrolled {
  readonly browser: Browser;
  readonly email: string;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** Lets somebody set up a code beside the password. The code of this half minute is used up by it. */
export async function enrol(world: World, email: string): Promise<Enrolled> {
  const browser = await Browser.signIn(world.url, email, PASSWORD);
  const { secret } = done(await browser.post<FactorBegun>('/api/account/factor', { password: PASSWORD }));
  const { codes } = done(await browser.post<RecoveryCodes>('/api/account/factor/confirmation', { code: await codeShown(secret) }));
  return { browser, email, secret, codes };
}
