import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { create, type Font as OpenFont } from 'fontkit';
import type { Face } from './blocks.js';

/** One stretch of text in one face as the page needs it: glyph codes, escaped for a PDF string, and thousandths of the size. */
export interface Glyphs {
  codes: string;
  width: number;
}

export const faces: readonly Face[] = ['regular', 'bold', 'italic', 'boldItalic'];
export type Family = Record<Face, Font>;

/** A character that no font of the family can print, and where it stands. */
export class MissingGlyph extends Error {
  readonly character: string;
  readonly word: string;
  readonly where: string;

  constructor(character: string, word: string, where: string) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`không in được ký tự “${character}” (U+${code}) trong “${word}” tại ${where}`);
    this.name = 'MissingGlyph';
    this.character = character;
    this.word = word;
    this.where = where;
  }
}

/** The subset of every document: Latin with all Vietnamese letters, Greek, punctuation, money, fractions, arrows, signs, boxes. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], [0xa1, 0x17f], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x391, 0x3c9], [0x1ea0, 0x1ef9], [0x2009, 0x2009], [0x2010, 0x2027],
  [0x2030, 0x203a], [0x2070, 0x2094], [0x20ab, 0x20ac], [0x2103, 0x2122], [0x2150, 0x215e], [0x2190, 0x2195],
  [0x2202, 0x2265], [0x25a0, 0x25cf],
]; // prettier-ignore

/** Characters that share a glyph with another: they are set as that other one, or ToUnicode would be ambiguous. */
const canonical = new Map([
  [0xa0, 0x20],
  [0x202f, 0x2009],
  [0x2011, 0x2010],
]);

/** Invisible marks that people paste without knowing; leaving them out changes nothing that is read. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** The text as it is set: NFC, tabs and line feeds as spaces, invisible marks left out. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ');

/** Two bytes of a glyph number inside a literal string. */
const escaped = (glyph: number): string =>
  String.fromCharCode(glyph >> 8, glyph & 255)
    .replace(/[()\\]/g, '\\$&')
    .replace(/\r/g, '\\r');

/** One TrueType file, cut down once to the fixed subset, so that every document of a process carries the same bytes. */
export class Font {
  /** With the subset prefix that PDF asks for: six letters of the subset's hash. */
  readonly name: string;
  readonly program: { deflated: Uint8Array; length: number };
  readonly metrics: { bbox: number[]; italicAngle: number; ascent: number; descent: number; capHeight: number };
  /** [glyph, width] and [glyph, code point], in ascending order of code points. */
  readonly widths: [number, number][] = [];
  readonly unicodes: [number, number][] = [];
  private readonly glyphs = new Map<number, Glyphs>();
  private readonly words = new Map<string, Glyphs>();

  constructor(file: Uint8Array) {
    const font = create(Buffer.from(file)) as OpenFont;
    const { noEmbedding, noSubsetting, bitmapOnly } = font['OS/2'].fsType;
    if (noEmbedding || noSubsetting || bitmapOnly) throw new Error(`font ${font.postscriptName} may not be embedded as a subset`);
    const scale = 1000 / font.unitsPerEm;
    const subset = this.cut(font, scale);
    const hash = createHash('sha256').update(subset).digest();
    this.name = `${[...hash.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')}+${font.postscriptName}`;
    this.program = { deflated: deflateSync(subset, { level: 9 }), length: subset.length };
    const { minX, minY, maxX, maxY } = font.bbox;
    this.metrics = {
      bbox: [minX, minY, maxX, maxY].map((unit) => Math.round(unit * scale)),
      italicAngle: font.italicAngle,
      ascent: Math.round(font.ascent * scale),
      descent: Math.round(font.descent * scale),
      capHeight: Math.round(font.capHeight * scale),
    };
  }

  has(codePoint: number): boolean {
    return this.glyphs.has(codePoint);
  }

  /** The glyphs of a tidy text without line breaks. @throws MissingGlyph */
  word(text: string, where: string): Glyphs {
    const known = this.words.get(text);
    if (known) return known;
    let codes = '';
    let width = 0;
    for (const character of text) {
      const glyph = this.glyphs.get(character.codePointAt(0) ?? 0);
      if (!glyph) throw new MissingGlyph(character, text, where);
      codes += glyph.codes;
      width += glyph.width;
    }
    if (this.words.size > 50_000) this.words.clear();
    const made = { codes, width };
    this.words.set(text, made);
    return made;
  }

  private cut(font: OpenFont, scale: number): Uint8Array {
    // The published types say otherwise: it takes a glyph's number and returns the new one.
    const subset = font.createSubset() as unknown as { includeGlyph(glyph: number): number; encode(): Uint8Array };
    const taken = new Map<number, number>();
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) {
        if (canonical.has(code) || !font.hasGlyphForCodePoint(code)) continue;
        const glyph = font.glyphForCodePoint(code);
        const number = subset.includeGlyph(glyph.id);
        const twin = taken.get(number);
        if (twin === undefined) {
          taken.set(number, code);
          this.widths.push([number, glyph.advanceWidth * scale]);
          this.unicodes.push([number, code]);
        }
        this.glyphs.set(
          code,
          (twin !== undefined && this.glyphs.get(twin)) || { codes: escaped(number), width: glyph.advanceWidth * scale },
        );
      }
    }
    for (const [from, to] of canonical) {
      const glyph = this.glyphs.get(to);
      if (glyph) this.glyphs.set(from, glyph);
    }
    return subset.encode();
  }
}

let loaded: Family | undefined;

/** The four faces of Tinos (metrics of Times New Roman), read and cut once per process: about 0.3 s, so warm it when a worker starts. */
export function family(): Family {
  const file = createRequire(import.meta.url);
  const open = (name: string) => new Font(readFileSync(file.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)));
  loaded ??= { regular: open('400Regular'), bold: open('700Bold'), italic: open('400Regular_Italic'), boldItalic: open('700Bold_Italic') };
  return loaded;
}

/** What of a text cannot be printed, once per character; empty when all can. Ask when the text is saved, not when the report is made. */
export function canPrint(text: string, where = 'văn bản'): MissingGlyph[] {
  const missing = new Map<string, MissingGlyph>();
  const fonts = faces.map((face) => family()[face]);
  for (const word of tidy(text).split(' ')) {
    for (const character of word) {
      const printed = fonts.every((font) => font.has(character.codePointAt(0) ?? 0));
      if (!printed && !missing.has(character)) missing.set(character, new MissingGlyph(character, word, where));
    }
  }
  return [...missing.values()];
}
