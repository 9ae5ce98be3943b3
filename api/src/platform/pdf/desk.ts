import type { Family } from './fonts.js';
import type { StructureNode } from './sheet.js';

/** What every block needs to be set. */
export interface Desk {
  fonts: Family;
  /** Size of the text, points. */
  size: number;
  document: StructureNode;
  where: string;
  /** The number of the next footnote; they are counted through the document. */
  nextNote(): number;
}
