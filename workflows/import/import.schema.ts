import { z } from 'zod';

/** The most rows of one sheet, with heading and explanation: what is larger is imported in parts. */
export const ROWS_MOST = 3000;
/** The largest file; Excel packs some ten thousand rows into it. */
export const FILE_MOST = 1_048_576;

/** What to do with a file: only judge it, or make what it says, provided it is the very file that was judged. */
export const ImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('true'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** In which language the template is written; without it in the reader's. */
export const TemplateQuery = z.strictObject({ language: z.enum(['vi', 'en']).optional() });
export type TemplateQuery = z.infer<typeof TemplateQuery>;

/** A bad cell: where it stands, what is wrong and what to write instead. */
export const ImportFinding = z.object({ sheet: z.string(), cell: z.string(), code: z.string(), detail: z.string(), next: z.string() });
export type ImportFinding = z.infer<typeof ImportFinding>;

/** What a file holds, and whether it has been made. With findings nothing can be. */
export const ImportView = z.object({
  sha256: z.string(),
  made: z.boolean(),
  units: z.int(),
  people: z.int(),
  posts: z.int(),
  findings: z.array(ImportFinding),
});
export type ImportView = z.infer<typeof ImportView>;
