import { z } from 'zod';
import { YearManifest } from './manifest.schema.js';
import { YearFile } from './year-file.schema.js';

interface Published {
  readonly title: string;
  readonly schema: z.ZodType;
}

/** The shapes that are published for programs of others, by the name of their file in `docs`. */
const PUBLISHED: Readonly<Record<string, Published>> = {
  'year-file.schema.json': { title: 'Thi Đua: tệp năm · year file (thidua-year/1)', schema: YearFile },
  'year-manifest.schema.json': { title: 'Thi Đua: tệp kê · manifest (thidua-manifest/1)', schema: YearManifest },
};

/** The text of each published JSON Schema (draft 2020-12), made from the shapes that the program itself uses. */
export function publishedSchemas(): Map<string, string> {
  return new Map(
    Object.entries(PUBLISHED).map(([name, { title, schema }]) => {
      const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'input' });
      return [name, `${JSON.stringify({ $schema, title, ...shape }, null, 2)}\n`];
    }),
  );
}
