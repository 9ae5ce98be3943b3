import { readFileSync } from 'node:fs';

/** The most milliseconds that a spec allows itself: how long it takes is known to who wrote it. */
function allowed(text) {
  const told = [...text.matchAll(/setTimeout\((\d[\d_]*)/g)].map(([, number]) => Number(number.replaceAll('_', '')));
  return Math.max(0, ...told);
}

/** The order of Jest's specs: first those that take longest, then the larger ones, so that no processor waits at the end. */
export default class LongestFirst {
  sort(tests) {
    const texts = new Map(tests.map((test) => [test, readFileSync(test.path, 'utf8')]));
    const weight = (test) => [allowed(texts.get(test)), texts.get(test).length];
    return tests.toSorted((a, b) => {
      const [[a1, a2], [b1, b2]] = [weight(a), weight(b)];
      return b1 - a1 || b2 - a2;
    });
  }

  /** Nothing is kept from run to run: the order is the same on every machine. */
  cacheResults() {}

  allFailedTests(tests) {
    return tests;
  }
}
