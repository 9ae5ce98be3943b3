import type { Results, Target } from './results.js';

const [WIDTH, LEFT, RIGHT, TOP, LINE] = [960, 430, 60, 58, 26];
/** The plot reaches from a tenth of the bound to four times the bound. */
const [FROM, TO] = [0.1, 4];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Where a share of the bound lies: its logarithm, and at the border what is beyond it. */
function placeOf(share: number): number {
  const within = Math.min(Math.max(share, FROM), TO);
  return Math.round(LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(within / FROM)) / Math.log(TO / FROM));
}

/** How much of what is allowed a value takes: 1 is the bound itself, below it is better. */
const shareOf = (value: number, { bound, target }: Target): number => (bound === 'at most' ? value / target : target / value);

const text = (x: number, y: number, words: string, more = ''): string => `<text x="${x}" y="${y}"${more}>${escaped(words)}</text>`;

function lineOf(target: Target, at: number): string {
  const y = TOP + at * LINE + LINE / 2;
  const name = text(LEFT - 12, y + 4, `${target.id} ${target.name}`, ' text-anchor="end"');
  if (target.value === null || target.min === null || target.max === null) return name + text(placeOf(1) + 8, y + 4, 'not measured');
  const [low, high] = [target.min, target.max].map((value) => placeOf(shareOf(value, target))).sort((a, b) => a - b);
  const middle = placeOf(shareOf(target.value, target));
  const colour = target.met ? '#1f6f43' : '#a3231f';
  const mark = target.met
    ? `<circle cx="${middle}" cy="${y}" r="5" fill="${colour}"/>`
    : `<rect x="${middle - 5}" y="${y - 5}" width="10" height="10" fill="${colour}"/>`;
  return `${name}<line x1="${low}" x2="${high}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"/>${mark}`;
}

/** The plot docs/benchmarks.svg: each target's median and range as a share of its bound. Met is a green circle, not met a red square. */
export function plotOf({ targets }: Results): string {
  const height = TOP + targets.length * LINE + 20;
  const told = targets.map(({ id, name, value, bound, target, unit = '' }) =>
    `${id} ${name}: ${value ?? 'not measured'}, ${bound} ${target} ${unit}`.trim(),
  );
  const ticks = [0.1, 0.25, 0.5, 1, 2, 4].map(
    (share) =>
      text(placeOf(share), TOP - 12, `${share} ×`, ' text-anchor="middle"') +
      `<line x1="${placeOf(share)}" x2="${placeOf(share)}" y1="${TOP - 6}" y2="${height - 14}" stroke="${share === 1 ? '#222' : '#ccc'}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description" font-family="sans-serif" font-size="12" fill="#222">`,
    '<title id="title">How far each target is from its bound</title>',
    `<desc id="description">${escaped(told.join('; '))}.</desc>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    text(placeOf(1), 20, 'the bound', ' text-anchor="middle" font-weight="bold"'),
    text(LEFT, 20, '← better', ''),
    ...ticks,
    ...targets.map(lineOf),
    '</svg>',
    '',
  ].join('\n');
}
