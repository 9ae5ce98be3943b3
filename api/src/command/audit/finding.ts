import { fill, said, type Filling, type Said } from '@thidua/workflows/wording';
import { auditWords } from './audit.words.js';

/** What does not hold, and where: of an entry its record and number, of a checkpoint its place and number, of a file its line. */
export interface Finding {
  readonly why: keyof typeof auditWords;
  readonly filling: Filling;
}

/** Whose checkpoint it is: a bloc's; null: the installation's own. */
export const placeWords = (bloc: string | null): Said =>
  bloc === null ? said('cả bản cài đặt', 'the installation') : said(`khối ${bloc}`, `bloc ${bloc}`);

/** How many findings are told one by one; the rest is counted. */
const TOLD = 50;

/** The findings of an audit in the order in which they were met; memory does not grow with them. */
export class Findings {
  readonly told: Finding[] = [];
  count = 0;

  add(why: Finding['why'], filling: Filling): void {
    this.count += 1;
    if (this.told.length < TOLD) this.told.push({ why, filling });
  }
}

/** A finding as people read it: Vietnamese, English. */
export const inWords = ({ why, filling }: Finding): string =>
  `✗ ${fill(auditWords[why], 'vi', filling)}\n  ${fill(auditWords[why], 'en', filling)} (${why})`;
