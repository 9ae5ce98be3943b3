/** How far a space may grow (for a ratio of 1) and shrink, as parts of its width. */
const stretch = 0.5;
const shrink = 0.28;
const tooBad = 1e12;

/**
 * Line ends of a paragraph, first fit: for table cells and whatever is not justified.
 * @param widths of the words, in any unit; @param first width of the first line, which may be indented
 * @returns for each line the index after its last word
 */
export function greedy(widths: readonly number[], space: number, width: number, first: number): number[] {
  const ends: number[] = [];
  let used = 0;
  widths.forEach((word, index) => {
    const room = ends.length ? width : first;
    if (index > (ends.at(-1) ?? 0) && used + space + word > room + 1e-6) {
      ends.push(index);
      used = word;
    } else used += (index > (ends.at(-1) ?? 0) ? space : 0) + word;
  });
  ends.push(widths.length);
  return ends;
}

/** As greedy, then narrower as long as no line is added: for centred texts, whose last line must not be one lone syllable. */
export function even(widths: readonly number[], space: number, width: number, first: number): number[] {
  const widest = greedy(widths, space, width, first);
  if (widest.length < 2) return widest;
  let [low, high] = [Math.max(...widths), width];
  for (let step = 0; step < 10 && low < high; step++) {
    const middle = (low + high) / 2;
    if (greedy(widths, space, middle, middle).length > widest.length) low = middle;
    else high = middle;
  }
  return greedy(widths, space, high, Math.min(first, high));
}

/**
 * Line ends of a justified paragraph with the most even spaces (Knuth and Plass, "Breaking Paragraphs into Lines", 1981).
 * Vietnamese has no hyphenation, so the search is a shortest path over words.
 */
export function optimal(widths: readonly number[], space: number, width: number, first: number): number[] {
  const count = widths.length;
  const sums = new Float64Array(count + 1);
  for (let k = 0; k < count; k++) sums[k + 1] = (sums[k] ?? 0) + (widths[k] ?? 0);
  const best = new Float64Array(count + 1).fill(Infinity);
  const from = new Int32Array(count + 1);
  const fitness = new Int8Array(count + 1).fill(1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const gaps = end - start - 1;
      const natural = (sums[end] ?? 0) - (sums[start] ?? 0) + gaps * space;
      const room = start ? width : first;
      if (gaps && natural - gaps * space * shrink > room) break; // too long even when shrunk, and so is every earlier start
      const [demerits, looseness] = judge(room - natural, gaps, space, end === count, count > 1);
      const leap = Math.abs(looseness - (fitness[start] ?? 1)) > 1 ? 3e3 : 0; // a tight line beside a loose one
      const total = (best[start] ?? Infinity) + demerits + leap;
      if (total >= (best[end] ?? Infinity)) continue;
      best[end] = total;
      from[end] = start;
      fitness[end] = looseness;
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) ends.unshift(end);
  return ends;
}

/** Demerits of a line with so much room left, and its class: 0 tight, 1 even, 2 loose, 3 very loose. */
function judge(left: number, gaps: number, space: number, last: boolean, others: boolean): [number, number] {
  if (last && left >= 0) return [gaps < 1 && others ? 9e3 : 1, 1]; // a loose last line is fine, a lone syllable is not
  const ratio = left / (gaps * space * (left >= 0 ? stretch : shrink) || 1e-3);
  const looseness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
  return [Math.min((1 + 100 * Math.abs(ratio) ** 3) ** 2, tooBad), looseness];
}
