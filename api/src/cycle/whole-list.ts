import { PAGE_LIMIT, type Page, type PageQuery } from '@thidua/workflows/page';

/** A list of a year to its end, page by page. */
export async function wholeList<T>(year: number, list: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await list({ year, limit: PAGE_LIMIT, ...(after ? { after } : {}) });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return items;
}
