import { hash, verify } from '@node-rs/argon2';
import { Problem } from '@thidua/workflows/problem';

/** argon2id (2) with the memory and time of RFC 9106, second recommended option, made lighter for a two-core machine: 19 MiB, 2 passes (OWASP). */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Passwords that everyone tries first; a longer list comes with the sign-in issue. */
const COMMON = [
  '123456789012',
  'password1234',
  'matkhau12345',
  'qwertyuiop12',
  'thiduathidua',
  'khenthuong123',
  '000000000000',
  '111111111111',
];

/** The hash of a password. @throws Problem 'weak-password' when it is short or common */
export async function hashPassword(password: string): Promise<string> {
  const normal = password.normalize('NFC');
  if ([...normal].length < 12 || COMMON.includes(normal.toLowerCase()) || new Set(normal).size < 4) throw new Problem('weak-password');
  return hash(normal, SETTINGS);
}

/** A hash to compare with when there is no account, so that the answer takes as long. */
const nobody = hash('không có ai ở đây', SETTINGS);

/** Whether the password is the account's. It takes as long for an account that does not exist. */
export async function passwordHolds(passwordHash: string | null, password: string): Promise<boolean> {
  const holds = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return holds && passwordHash !== null;
}
