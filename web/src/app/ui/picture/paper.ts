import type { Paper } from './drawing.js';

/** The colours of a picture: our tokens, and what stands for each where a system forces its own colours. */
const COLOURS = {
  ink: ['--mat-sys-on-surface', 'CanvasText'],
  quiet: ['--mat-sys-on-surface-variant', 'CanvasText'],
  line: ['--mat-sys-outline-variant', 'GrayText'],
  accent: ['--mat-sys-primary', 'CanvasText'],
  ground: ['--mat-sys-surface-container-lowest', 'Canvas'],
} as const satisfies Partial<Record<keyof Paper, readonly [string, string]>>;

/** How wide a picture is in a file, and its letters, in pixels: as on a laptop. */
const FILE = { width: 900, rem: 16, edge: 16 };

/** The paper of a place in the page, as it looks now: theme, contrast and size of letters are the reader's. */
export function paperOf(place: HTMLElement, width: number): Paper {
  const forced = matchMedia('(forced-colors: active)').matches;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { ...coloursOf(place, forced), font: fontOf(place), rem, width, head: 0, edge: 0 };
}

/** The paper of what leaves the screen, a file or a print: light, whatever the reader's screen looks like. */
export function whitePaperOf(place: HTMLElement): Paper {
  const sample = document.createElement('div');
  sample.className = 'sample';
  Object.assign(sample.dataset, { theme: 'light', contrast: 'normal' });
  place.append(sample);
  const colours = coloursOf(sample, false);
  sample.remove();
  return { ...colours, font: fontOf(place), ...FILE, head: 0 };
}

/** The letters of a place; a name in double quotes would end an attribute of an SVG file. */
const fontOf = (place: HTMLElement): string => getComputedStyle(place).fontFamily.replaceAll('"', "'");

/** A colour is read as the browser computes it, so that every way to write one will do. */
function coloursOf(place: HTMLElement, forced: boolean): Record<keyof typeof COLOURS, string> {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  place.append(probe);
  const read = ([token, system]: readonly [string, string]): string => {
    probe.style.color = forced ? system : `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const { ink, quiet, line, accent, ground } = COLOURS;
  const colours = { ink: read(ink), quiet: read(quiet), line: read(line), accent: read(accent), ground: read(ground) };
  probe.remove();
  return colours;
}
