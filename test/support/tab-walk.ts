import type { Page } from 'playwright-core';

/** More presses than any page takes: whoever is still not around is held somewhere. */
const MOST_PRESSES = 500;
/** So many presses at a time, when a page took more than it has stops: a frame has stops of its own. */
const MORE = 10;

/** A stop that Tab came to: its number in the order of reading (NaN: none was expected there), and whether one sees that it has the focus. */
interface Stop {
  readonly number: number;
  readonly words: string;
  readonly seen: boolean;
}

/**
 * In the page: numbers what Tab should reach in the order of reading, and from now on notes where it comes to. Of radio buttons of one
 * question the chosen one is a stop, else the first: arrows go to the others.
 * @returns what each stop says
 */
function beginTabs(): string[] {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]'; // a frame's stops are its own page's, and it tells nobody of its focus
  const parts = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
    (part) =>
      part.tabIndex >= 0 && !part.closest('[inert]') && !part.matches(':disabled') && part.checkVisibility({ visibilityProperty: true }),
  );
  const radios = parts.filter((part) => part instanceof HTMLInputElement && part.type === 'radio') as HTMLInputElement[];
  const spoken = (part: HTMLInputElement) => {
    const group = radios.filter(({ name }) => name === part.name);
    return part === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const stops = parts.filter((part) => !radios.includes(part as HTMLInputElement) || spoken(part as HTMLInputElement));
  const wordsOf = (part: HTMLElement) =>
    `${part.tagName.toLowerCase()} “${(part.innerText || part.getAttribute('aria-label') || part.id).trim().slice(0, 60)}”`;
  /** A choice that the browser draws may show its focus on the label around it. */
  const isSeen = (part: HTMLElement) =>
    [part, part.closest('label')].some((drawn) => {
      if (!drawn) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(drawn);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
  const met: { number: number; words: string; seen: boolean }[] = [];
  Object.assign(window, { tabs: met });
  document.addEventListener('focusin', ({ target }) => {
    const part = target as HTMLElement;
    const number = stops.indexOf(part);
    met.push({ number: number < 0 ? Number.NaN : number, words: wordsOf(part), seen: isSeen(part) });
  });
  document.body.tabIndex = -1;
  document.body.focus();
  met.length = 0;
  return stops.map(wordsOf);
}

/** In the page: where Tab has come to, and whether it has left the page or begun anew. */
function tabsSoFar(): { met: Stop[]; over: boolean } {
  const { tabs } = window as unknown as { tabs: Stop[] };
  const again = tabs.findIndex(({ number }, at) => at > 0 && number === tabs[0]?.number);
  return {
    met: again < 0 ? tabs : tabs.slice(0, again),
    over: again > 0 || !document.activeElement || document.activeElement === document.body,
  };
}

async function pressTab(page: Page, times: number): Promise<void> {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Tab');
}

/** Goes through the page that is open by Tab alone: what is never reached, what comes out of the order of reading, what holds the focus or does not show it. */
export async function tabFaults(page: Page): Promise<string[]> {
  const stops = await page.evaluate(beginTabs);
  await pressTab(page, stops.length + 1);
  let { met, over } = await page.evaluate(tabsSoFar);
  for (let pressed = stops.length + 1; !over && pressed < MOST_PRESSES; pressed += MORE) {
    await pressTab(page, MORE);
    ({ met, over } = await page.evaluate(tabsSoFar));
  }
  const reached = new Set(met.map(({ number }) => number));
  return [
    ...met.filter(({ seen }) => !seen).map(({ words }) => `one does not see that ${words} has the focus`),
    ...met.filter(({ number }) => Number.isNaN(number)).map(({ words }) => `Tab stops where nobody expects it: ${words}`),
    ...met.filter(({ number }, at) => at > 0 && number < met[at - 1]!.number).map(({ words }) => `Tab goes back to ${words}`),
    ...stops.filter((_, at) => !reached.has(at)).map((words) => `Tab does not reach ${words}`),
    ...(over ? [] : [`Tab is held around ${met.at(-1)?.words}`]),
  ];
}
