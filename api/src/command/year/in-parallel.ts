/** So many requests are under way at once: enough to keep two cores busy, few enough for any pool. */
const LANES = 8;

/** Does something for each of a list whose order does not matter; the first failure is thrown. */
export async function inParallel<T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(list[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, list.length) }, lane));
  return results;
}
