import { z } from 'zod';

/** How long before its end a certificate is said to end soon. */
export const ENDING_DAYS = 30;

/** A key that signs documents, by its certificate: never the key itself. */
export const SigningKeyView = z.object({
  file: z.string(),
  /** Whom it signs for: everybody, one person, or other keys. */
  use: z.enum(['everybody', 'person', 'authority']),
  name: z.string(),
  organisation: z.string(),
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  state: z.enum(['coming', 'valid', 'ending', 'ended']),
  development: z.boolean(),
});
export type SigningKeyView = z.infer<typeof SigningKeyView>;

/** A key file that the program cannot use, and why. */
export const UnusableKey = z.object({
  file: z.string(),
  why: z.enum(['closed', 'incomplete', 'damaged', 'not-together']),
  detail: z.string(),
  next: z.string(),
});
export type UnusableKey = z.infer<typeof UnusableKey>;

/** Every key file that the program knows. */
export const SigningKeyList = z.object({ items: z.array(SigningKeyView), unusable: z.array(UnusableKey) });
export type SigningKeyList = z.infer<typeof SigningKeyList>;
