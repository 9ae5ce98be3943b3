import { z } from 'zod';

/** Raised when an older program could no longer read what is written. */
export const FORMAT = 1;

const Sum = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/** A table as it was: its rows lie in `tables/<name>.copy`, in the text form of COPY, in the order of the key. */
const TablePart = z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1), rows: Count, bytes: Count, sha256: Sum });
export type TablePart = z.infer<typeof TablePart>;

const Sequence = z.strictObject({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() });
export type Sequence = z.infer<typeof Sequence>;

/** A path below the data folder: no step may lead out of it. */
const InnerPath = z.string().refine((path) => !/[\\\0]/.test(path) && path.split('/').every((step) => !['', '.', '..'].includes(step)));
/** A file of the data folder: it lies in `files/<path>`. */
const FilePart = z.strictObject({ path: InnerPath, bytes: Count, sha256: Sum });
export type FilePart = z.infer<typeof FilePart>;

const BrokenEntry = z.strictObject({ recordKind: z.string(), recordId: z.string(), n: z.int(), why: z.enum(['gap', 'chain', 'hash']) });

/** What a backup holds: the last part of the file but one; after it comes its own sum. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  program: z.string(),
  takenAt: z.iso.datetime(),
  mode: z.enum(['development', 'production']),
  postgres: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(TablePart),
  sequences: z.array(Sequence),
  files: z.array(FilePart),
  journal: z.strictObject({ entries: Count, broken: BrokenEntry.nullable() }),
});
export type Manifest = z.infer<typeof Manifest>;

/** What every later format will also hold, to tell a newer file from a damaged one. */
export const AnyManifest = z.looseObject({ format: z.int().min(1) });

export const MANIFEST = 'manifest.json';
export const MANIFEST_SUM = 'manifest.sha256';
export const tablePath = (name: string): string => `tables/${name}.copy`;
export const filePath = (path: string): string => `files/${path}`;
