import type { Face, Text } from './blocks.js';
import { even, greedy, optimal } from './breaks.js';
import { type Family, type Glyphs, tidy } from './fonts.js';

/** A word, perhaps in several faces; `joined` when it is a piece cut from a word too wide for its line. */
interface Word {
  pieces: { face: Face; text: string; glyphs: Glyphs }[];
  width: number;
  joined: boolean;
}

interface Line {
  from: number;
  to: number;
  /** Left end, points from the left edge of the paragraph. */
  x: number;
  /** Width of each space, thousandths of the size. */
  gap: number;
}

/** Text set in lines: everything about it but its place on the page. Lengths in points. */
export interface Par {
  words: Word[];
  lines: Line[];
  size: number;
  leading: number;
  height: number;
  /** Width of the widest line. */
  inked: number;
  space: Glyphs;
}

export interface Setting {
  width: number;
  size: number;
  align?: 'justify' | 'left' | 'center' | 'right' | undefined;
  indent?: number | undefined;
  leading?: number | undefined;
  face?: Face | undefined;
  where: string;
}

/** Ascent and height of the line box of Times at size 1 (hhea of the font). */
const ascent = 0.891;
const box = 1.107;

/** Leading 18 pt at 13 pt and in proportion. */
export const leadingOf = (size: number): number => (size * 18) / 13;

export const faceNumber: Record<Face, number> = { regular: 0, bold: 1, italic: 2, boldItalic: 3 };

export const round = (points: number): number => Math.round(points * 100) / 100;

/** Splits at U+0020 only: UAX 14 would also break inside `2020–2025` and `TĐ-KT`. U+00A0 stays inside a word. */
export function words(fonts: Family, text: Text, face: Face, where: string): Word[] {
  const made: Word[] = [];
  let open: Word | undefined;
  const append = (word: Word, of: Face, part: string) => {
    const glyphs = fonts[of].word(part, where);
    word.pieces.push({ face: of, text: part, glyphs });
    word.width += glyphs.width;
  };
  for (const run of typeof text === 'string' ? [text] : text) {
    const [content, runFace] = typeof run === 'string' ? [run, face] : [run.text, run.face];
    tidy(content)
      .split(' ')
      .forEach((part, index) => {
        if (index > 0) open = undefined;
        if (!part) return;
        const before = made.at(-1);
        if (/^[-–—]$/.test(part) && before && !open) return append(before, runFace, `\u00a0${part}`); // no line begins with a dash
        if (!open) made.push((open = { pieces: [], width: 0, joined: false }));
        append(open, runFace, part);
      });
  }
  return made;
}

/** Cuts a word that is wider than its line by characters, without a hyphen (addresses, narrow cells). */
function cut(fonts: Family, word: Word, room: number, where: string): Word[] {
  if (word.width <= room + 1e-3) return [word]; // a column may be exactly as wide as its widest word
  const made: Word[] = [{ pieces: [], width: 0, joined: false }];
  for (const piece of word.pieces) {
    for (const character of piece.text) {
      const glyphs = fonts[piece.face].word(character, where);
      let last = made[made.length - 1];
      if (!last || (last.width + glyphs.width > room && last.width > 0)) {
        if (last) last.joined = true;
        made.push((last = { pieces: [], width: 0, joined: false }));
      }
      last.pieces.push({ face: piece.face, text: character, glyphs });
      last.width += glyphs.width;
    }
  }
  return made;
}

/** Sets a text in lines. @throws MissingGlyph */
export function compose(fonts: Family, text: Text, setting: Setting): Par {
  const { width, size, align = 'left', indent = 0, leading = leadingOf(size), face = 'regular', where } = setting;
  const space = fonts[face].word(' ', where);
  const room = (width * 1000) / size;
  const first = ((width - indent) * 1000) / size;
  const set = words(fonts, text, face, where).flatMap((word) => cut(fonts, word, Math.min(room, first), where));
  const widths = set.map((word) => word.width);
  const ends = { justify: optimal, center: even, left: greedy, right: greedy }[align](widths, space.width, room, first);
  let from = 0;
  let inked = 0;
  const lines = ends.map((to, index): Line => {
    const gaps = to - from - 1;
    const natural = widths.slice(from, to).reduce((sum, word) => sum + word, 0) + Math.max(gaps, 0) * space.width;
    const left = (index ? room : first) - natural;
    const stretched = align === 'justify' && gaps > 0 && (to < set.length || left < 0);
    const start = (index ? 0 : indent) + ((align === 'center' ? left / 2 : align === 'right' ? left : 0) * size) / 1000;
    inked = Math.max(inked, ((stretched ? natural + left : natural) * size) / 1000);
    const line = { from, to, x: start, gap: space.width + (stretched ? left / gaps : 0) };
    from = to;
    return line;
  });
  return { words: set, lines, size, leading, height: lines.length * leading, inked, space };
}

/**
 * The operators of lines [from, to), to stand between BT and ET.
 * @param top upper edge of line `from` in PDF space (from below)
 * A space glyph ends every line but the last, so that readers do not join words; justified spaces grow by TJ numbers (Tw does not work with 2-byte codes).
 */
export function textOps(par: Par, from: number, to: number, x: number, top: number): string {
  let ops = '';
  let font = -1;
  let y = top - (par.leading - box * par.size) / 2 - ascent * par.size;
  for (const line of par.lines.slice(from, to)) {
    ops += `1 0 0 1 ${round(x + line.x)} ${round(y)} Tm `;
    y -= par.leading;
    let array = '';
    const extra = -round(line.gap - par.space.width);
    for (let w = line.from; w < line.to; w++) {
      const word = par.words[w];
      if (!word) continue;
      for (const piece of word.pieces) {
        if (faceNumber[piece.face] !== font) {
          font = faceNumber[piece.face];
          ops += `${shown(array)}/F${font} ${par.size} Tf `;
          array = '';
        }
        array = array.endsWith(')') ? array.slice(0, -1) + piece.glyphs.codes + ')' : `${array}(${piece.glyphs.codes})`;
      }
      if (w === par.words.length - 1 || word.joined) continue;
      array = `${array.slice(0, -1)}${par.space.codes})`;
      if (w < line.to - 1 && extra !== 0) array += extra;
    }
    ops += shown(array);
  }
  return ops;
}

const shown = (array: string): string => (array ? `[${array}]TJ ` : '');

/** Lines that must break where their author broke them (issuer, abstract): set one by one, one text to the reader. */
export function composeLines(fonts: Family, texts: readonly string[], setting: Setting): Par {
  const [head, ...rest] = texts.map((text) => compose(fonts, text, setting));
  if (!head) throw new Error(`a text without lines at ${setting.where}`);
  for (const par of rest) {
    const offset = head.words.length;
    head.words = [...head.words, ...par.words];
    head.lines = [...head.lines, ...par.lines.map((line) => ({ ...line, from: line.from + offset, to: line.to + offset }))];
    head.inked = Math.max(head.inked, par.inked);
  }
  head.height = head.lines.length * head.leading;
  return head;
}
