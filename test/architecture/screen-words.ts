import type { Sources } from './texts.js';

/** A part of a text that the program fills in: a name, a number, a day. */
const FILLED = '\u0000';

/** How the Vietnamese texts stand in the sources: `said('…', …)`, `$localize`, an element or an attribute with an id; and what fills each in. */
const PLACES: readonly (readonly [text: RegExp, filled: RegExp])[] = [
  [/\bsaid\(\s*'(?<text>[^'\\]*)'/g, /\{\w+\}/g],
  [/\bsaid\(\s*`(?<text>[^`]*)`/g, /\$\{.*?\}/gs],
  [/\$localize`:@@[^:]*:(?<text>[^`]*)`/g, /\$\{.*?\}:\w+:/gs],
  [/\bi18n="@@[^"]*"[^>]*>(?<text>[^<]*)/g, /\{\{.*?\}\}/gs],
  [/\bi18n-(?<attribute>[\w-]+)="@@[^"]*"\s+\k<attribute>="(?<text>[^"]*)"/g, /\{\{.*?\}\}/gs],
];

/**
 * Every Vietnamese text that the program shows, as a reader sees it. A text in which one thing is filled in (`Lập …`) stands with each of
 * `fillings`; other filled texts name no button and no entry of a menu, and are left out.
 */
export function screenWords(sources: Sources, fillings: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const source of sources.values())
    for (const [place, filled] of PLACES)
      for (const { groups } of source.matchAll(place)) {
        const parts = groups!.text!.replace(filled, FILLED).replace(/\s+/g, ' ').trim().split(FILLED);
        if (parts.length === 1) words.add(parts[0]!);
        if (parts.length === 2) for (const filling of fillings) words.add(parts.join(filling));
      }
  return words;
}
