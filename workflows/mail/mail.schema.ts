import { z } from 'zod';

/** Where letters go to, as the program was told at its start. Never a password. `server` is null where letters stay in the mailbox of the development mode. */
export const MailSettingsView = z.object({
  server: z.string().nullable(),
  port: z.int().nullable(),
  /** From the first byte on, or when the server offers it. */
  encryption: z.enum(['always', 'offered']).nullable(),
  signsIn: z.boolean(),
  sender: z.string(),
  /** What the worker last heard of the mail server; null: no worker lives. */
  serverAnswers: z.boolean().nullable(),
  queue: z.object({ waiting: z.int(), accepted: z.int(), failed: z.int() }),
});
export type MailSettingsView = z.infer<typeof MailSettingsView>;

/** A test letter on its way: what the worker has reported so far. */
export const TestLetter = z.object({
  id: z.uuid(),
  address: z.string(),
  state: z.enum(['queued', 'accepted', 'refused', 'failed']),
  attempts: z.int(),
  answer: z.string().nullable(),
  nextAt: z.iso.datetime(),
});
export type TestLetter = z.infer<typeof TestLetter>;
