import { z } from 'zod';

/** A letter that the development mail server took, as the mailbox lists it. */
export const MailLine = z.object({
  id: z.uuid(),
  /** When it came: real time. */
  at: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  size: z.int(),
});
export type MailLine = z.infer<typeof MailLine>;

/** A letter as its reader's program shows it: its head (words decoded), its text in both forms, its attachments by number. */
export const MailLetter = MailLine.extend({
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ n: z.int(), filename: z.string(), type: z.string(), size: z.int() })),
});
export type MailLetter = z.infer<typeof MailLetter>;

/** Which letters: to one address or all; those that came before the letter `after`. */
export const MailQuery = z.strictObject({
  to: z.email().max(254).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type MailQuery = z.infer<typeof MailQuery>;

/** The addresses that the development mail server refuses, to see what a refusal looks like. */
export const RefusedAddresses = z.array(z.email().max(254)).max(100);
export type RefusedAddresses = z.infer<typeof RefusedAddresses>;

/** What the development mail server refuses now. */
export const MailRefusals = z.object({ refused: z.array(z.string()) });
export type MailRefusals = z.infer<typeof MailRefusals>;
