import { z } from 'zod';

/** How many rows a page of a list may hold. */
export const PAGE_LIMIT = 100;

/** Where a list begins and how long it is. `after` is the opaque mark of the page before. */
export const PageQuery = z.strictObject({
  year: z.coerce.number().int().min(1945).max(2200).optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** How many rows of a list to search are read at once: whoever does not find what they look for among so many searches. */
export const SEARCH_ROWS = 20;

/** A list to search: part of a name or address, whatever its case and marks. */
export const SearchQuery = z.strictObject({
  ...PageQuery.omit({ year: true }).shape,
  limit: PageQuery.shape.limit.unwrap().default(SEARCH_ROWS),
  q: z.string().trim().max(120).default(''),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A page of a list: its rows and the mark of the next page, or null at the end. */
export const Page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export interface Page<T> {
  items: T[];
  next: string | null;
}
