/** A window of any browser, as far as a walk through the pages needs it. */
export interface Window {
  goto(address: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  evaluate<R, A>(inPage: (given: A) => R | Promise<R>, given: A): Promise<R>;
}

/** The kind of a page: its address without the ids in it and without what is asked of a list. */
export const kindOfPage = (address: string): string =>
  address.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id').replace(/[?#].*$/, '');

/**
 * Goes through the program by its links, as somebody would who opens everything that is offered: one page of each kind.
 * @param url of the program
 * @param start where the walk begins, with its language: `/vi/work`; other languages are not walked
 * @param look what is done on each page, once it is there
 * @returns the kinds of pages that were seen
 */
export async function walk(window: Window, url: string, start: string, look: (kind: string) => Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  const ahead = [start];
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    if (seen.has(kindOfPage(address))) continue;
    seen.add(kindOfPage(address));
    await window.goto(url + address);
    await comesToRest(window);
    await look(kindOfPage(address));
    ahead.push(...(await linksOf(window, start.slice(0, 4))));
  }
  return [...seen];
}

/** Waits until the page has its heading, and nothing has been loading for some frames, so that nothing begins to. */
const comesToRest = (window: Window): Promise<void> =>
  window.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        let still = 0;
        const look = () => {
          still = document.querySelector('main h1') && !document.querySelector('[aria-busy]') ? still + 1 : 0;
          if (still > frames) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    5,
  );

/** Where the links of the page lead within the program. */
const linksOf = (window: Window, within: string): Promise<string[]> =>
  window.evaluate(
    (within) =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter((link) => link.origin === location.origin && link.pathname.startsWith(within))
        .map(({ pathname, search }) => pathname + search),
    within,
  );
