import { hash, verify } from '@node-rs/argon2';
import { Problem } from '@thidua/workflows/problem';
import { PASSWORD_LEAST } from '@thidua/workflows/account/account.schema';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** argon2id (2) with the memory and time of RFC 9106, second recommended option, made lighter for a two-core machine: 19 MiB, 2 passes (OWASP). */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What people of this field and country try first, without signs and spaces, as it is typed in a hurry. */
const NEAR_AT_HAND = [
  'matkhau',
  'thidua',
  'khenthuong',
  'thiduakhenthuong',
  'khoithidua',
  'hoidong',
  'ubnd',
  'ubndtinh',
  'vietnam',
  'xinchao',
  'yeuem',
  'anhyeuem',
  'emyeuanh',
  'toiyeuvietnam',
  'hochiminh',
  'bacgiang',
  'bacninh',
  'hanoi',
  'saigon',
  'doanket',
  'chutich',
  'vanphong',
];

/** Under so many guesses a password is among those that are tried (NIST SP 800-63B-4, 3.1.1.2: a blocklist of common, expected and compromised ones). */
const GUESSES_LEAST = 1e10;

const estimator = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, 'near-at-hand': NEAR_AT_HAND } });

const guessable = (password: string, expected: readonly string[]): boolean =>
  estimator.check(password, [...expected]).guesses < GUESSES_LEAST;

/** Vietnamese without its signs, as it is typed in a hurry. */
const unsigned = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/**
 * The hash of a password.
 * @param expected what others would guess of this person: name, e-mail
 * @throws Problem 'weak-password' when it is short, common or made of what others would guess
 */
export async function hashPassword(password: string, expected: readonly string[] = []): Promise<string> {
  const normal = password.normalize('NFC');
  const parts = expected.flatMap((text) => [text, unsigned(text), ...text.split(/[\s@.]+/)]).filter((part) => part.length > 2);
  if ([...normal].length < PASSWORD_LEAST || guessable(normal, parts)) throw new Problem('weak-password');
  return hash(normal, SETTINGS);
}

/** A hash to compare with when there is no account, so that the answer takes as long. */
const nobody = hash('không có ai ở đây', SETTINGS);

/** Whether the password is the account's. It takes as long for an account that does not exist. */
export async function passwordHolds(passwordHash: string | null, password: string): Promise<boolean> {
  const holds = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return holds && passwordHash !== null;
}
