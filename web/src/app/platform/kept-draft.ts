import { z } from 'zod';
import { jsonOf, remembered } from './remembered.js';

/** What was typed and is not on the server yet, with the version on which it was typed. */
export interface Kept<Draft> {
  readonly version: number;
  readonly draft: Draft;
}

/** A place on this device for one person's unsaved draft of one record. */
export interface KeptDraft<Draft> {
  /** What is kept, or null when there is nothing, or nothing that still has the draft's shape. */
  read(): Kept<Draft> | null;
  keep(kept: Kept<Draft>): void;
  forget(): void;
}

/**
 * Keeps an unsaved draft on this device: a cut line, an ended session or a closed window loses nothing.
 * @param personId the draft is shown again to this person only
 * @param record the record's address
 */
export function keptDraft<Draft>(personId: string, record: string, shape: z.ZodType<Draft>): KeptDraft<Draft> {
  const place = remembered(() => localStorage, `thidua:draft:${personId}:${record}`);
  const whole = z.object({ version: z.int(), draft: shape });
  return {
    read: () => {
      const text = place.read();
      if (text === null) return null;
      const parsed = whole.safeParse(jsonOf(text));
      return parsed.success ? parsed.data : null;
    },
    keep: (kept) => place.write(JSON.stringify(kept)),
    forget: () => place.write(null),
  };
}
