import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { create } from 'fontkit';
import { serveRounds } from './rounds.mjs';

const [WIDTH, LINES] = [467, 40];

/** A page's text as one stream of glyphs. */
const stream = (lines) =>
  deflateSync(Buffer.from(lines.map((line, at) => `BT /F0 13 Tf 85 ${780 - at * 18} Td <${line.join('0003')}> Tj ET`).join('\n')));

/** The floor: every distinct word is shaped once per document, set in greedy lines, and pages and subset are deflated. No tags, no tables, no file around it. */
function print(words, font) {
  const subset = font.createSubset();
  const shaped = new Map();
  const scale = 13 / font.unitsPerEm;
  const shape = (word) => {
    const { glyphs, advanceWidth } = font.layout(word);
    const codes = glyphs.map(({ id }) => subset.includeGlyph(id).toString(16).padStart(4, '0')).join('');
    const made = { codes, width: advanceWidth * scale };
    shaped.set(word, made);
    return made;
  };
  const space = shape(' ').width;
  const pages = [];
  let [lines, line, filled] = [[], [], 0];
  for (const word of words) {
    const { codes, width } = shaped.get(word) ?? shape(word);
    if (filled + width > WIDTH) {
      lines.push(line);
      if (lines.length === LINES) pages.push(stream(lines.splice(0)));
      [line, filled] = [[], 0];
    }
    line.push(codes);
    filled += width + space;
  }
  pages.push(stream([...lines, line]));
  return [...pages, deflateSync(subset.encode())];
}

await serveRounds(async ({ title, sections, fonts }) => {
  const font = create(readFileSync(fonts.regular));
  const texts = sections.flatMap(({ heading, paragraphs, head, rows }) => [heading, ...paragraphs, ...head, ...rows.flat()]);
  const words = [title, ...texts].join(' ').split(' ');
  return { operation: async () => print(words, font) };
});
