import { itemsOf } from '@thidua/workflows/scorecard/scoring';
import { arraySql, constantSql, numberSql, objectSql, type Sql } from './canonical-sql.js';
import { RULES } from './rules.data.js';

const { sections, bonus, penalty } = RULES.criteria;
/** The lines of the table, in its order; points stand in arrays of this order, from 1. */
export const ITEMS = itemsOf(RULES.criteria);
const FIRST_BONUS = ITEMS.length - bonus.items.length - penalty.items.length;
const FIRST_PENALTY = ITEMS.length - penalty.items.length;

const all = (points: (at: number) => Sql): Sql => `array[${ITEMS.map((_, at) => points(at)).join(', ')}]`;
/** A byte of chance of a card (`of_card`), the same for everybody who rates it, or of a sheet (`of_sheet`): sums of their ids. */
const byte = (digest: Sql, at: number): Sql => `get_byte(${digest}, ${at})`;

/** What the unit lost of an item's most points: more in a weak unit (`quality`, squared: most are good), in quarters of a point. */
const lost = (max: number, thousandths: Sql): Sql => `${max} - (${max} * (${thousandths}) + 12500) / 25000 * 25`;

/** What a unit gives itself; and what is true of it: honours that it had, and the few penalties. */
export const selfMarksSql = all((at) => {
  const { max } = ITEMS[at]!;
  const dice = byte('of_card', at);
  if (at < FIRST_BONUS) return lost(max, `quality * quality / 480 + ${dice} / 8`);
  if (at < FIRST_PENALTY) return `case when ${dice} < 22 then ${max} when ${dice} < 50 then ${max} / 2 else 0 end`;
  return `case when ${dice} < ${max === 1_000 ? 1 : 9} then 50 when ${dice} < ${max === 1_000 ? 2 : 14} then 100 else 0 end`;
});

/** What a peer gives: a little less than the unit gives itself, and each a little otherwise. */
export const peerMarksSql = all((at) => {
  const { max } = ITEMS[at]!;
  const dice = byte('of_sheet', at);
  const own = `own[${at + 1}]`;
  if (at < FIRST_BONUS) return `greatest(0, ${own} - (${max} * (${byte('of_sheet', 31)} / 16 + ${dice} / 10) + 12500) / 25000 * 25)`;
  if (at < FIRST_PENALTY) return `case when ${own} > 0 and ${dice} < 26 then ${own} - 25 else ${own} end`;
  return `case when ${own} > 0 and ${dice} < 60 then ${own} + 25 else ${own} end`;
});

/** The mean of the sheets of a group of rows, half up (workflows: `divideHalfUp`). */
export const meanSql = (marks: Sql): Sql => all((at) => `((2 * sum(${marks}[${at + 1}]) + count(*)) / (2 * count(*)))::int`);

/** Points as a sheet holds them; of the first items only, where it was begun and not ended. */
export const scoresSql = (marks: Sql, items = ITEMS.length): Sql =>
  arraySql(ITEMS.slice(0, items).map(({ code }, at) => objectSql({ item: constantSql(code), points: numberSql(`${marks}[${at + 1}]`) })));

/** A unit's own points, with what shows those that ask for it. */
export const ownScoresSql = (marks: Sql, items = ITEMS.length): Sql =>
  arraySql(
    ITEMS.slice(0, items).map(({ code, evidence }, at) => {
      const plain = { item: constantSql(code), points: numberSql(`${marks}[${at + 1}]`) };
      const shown = objectSql({ ...plain, evidence: constantSql(`Hồ sơ minh chứng ${code} (giả định)`) });
      return evidence ? `case when ${marks}[${at + 1}] > 0 then ${shown} else ${objectSql(plain)} end` : objectSql(plain);
    }),
  );

/** Official points with whose they are: `from` tells it of an item, as SQL. */
export const officialScoresSql = (marks: Sql, from: (at: number) => Sql): Sql =>
  arraySql(ITEMS.map(({ code }, at) => objectSql({ from: from(at), item: constantSql(code), points: numberSql(`${marks}[${at + 1}]`) })));

const sumSql = (marks: Sql, first: number, end: number): Sql =>
  ITEMS.slice(first, end)
    .map((_, at) => `${marks}[${first + at + 1}]`)
    .join(' + ');

/** The totals of a card, bonus and penalty under their caps (workflows: `totals`). */
export const totalsSql = (marks: Sql): { base: Sql; bonus: Sql; penalty: Sql } => ({
  base: sumSql(marks, 0, sections.flatMap(({ items }) => items).length),
  bonus: `least(${sumSql(marks, FIRST_BONUS, FIRST_PENALTY)}, ${bonus.cap})`,
  penalty: `least(${sumSql(marks, FIRST_PENALTY, ITEMS.length)}, ${penalty.cap})`,
});

/** Points as the journal writes them (workflows: `formatPoints`, below a thousand points). */
export const formattedSql = (points: Sql): Sql => `(${points}) / 100 || ',' || lpad(((${points}) % 100)::text, 2, '0')`;
