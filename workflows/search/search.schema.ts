import { z } from 'zod';
import { PageQuery } from '../page.js';

/** How much must be typed to look for something, and how much may be. */
export const SEARCH_LEAST = 2;
export const SEARCH_MOST = 120;

/** What is looked for in a bloc’s year: words in any order, with marks or without. */
export const YearSearch = z.strictObject({
  year: PageQuery.shape.year,
  q: z.string().trim().min(SEARCH_LEAST).max(SEARCH_MOST),
});
export type YearSearch = z.infer<typeof YearSearch>;

/** What is searched, in the order in which it is shown. Points, sheets and votes are in none of it. */
export const SEARCHED = ['units', 'documents', 'registrations', 'sections'] as const;
export type SearchedKind = (typeof SEARCHED)[number];

/** How many records of a kind are shown. */
export const FOUND_SHOWN = 10;

/** A record that was found: what it is called, the lines for which it was found, its page below bloc and year, and the place on that page. */
export const Found = z.object({ title: z.string(), lines: z.array(z.string()), link: z.string(), place: z.string().nullable() });
export type Found = z.infer<typeof Found>;

/** What was found, a group for each kind of which anything was: how many, and the best of them. */
export const SearchResults = z.object({
  groups: z.array(z.object({ kind: z.enum(SEARCHED), total: z.int().min(1), items: z.array(Found) })),
});
export type SearchResults = z.infer<typeof SearchResults>;
