import type { Block } from '../../platform/pdf/blocks.js';

/**
 * What a document does not know before it is prepared for signing. Each stands in the stored blocks as one character of the private
 * area, which no text of people can hold since no document prints it.
 */
export const BLANK = {
  /** `04/BC-KTĐ` */
  number: '\ue000',
  /** `ngày 05 tháng 02 năm 2026` */
  date: '\ue001',
  signer: '\ue002',
  /** The signer’s post in the home organisation. */
  signerPost: '\ue003',
  /** The secretary of minutes, who does not sign digitally: their name, and what stands for their signature. */
  secretary: '\ue004',
  confirmation: '\ue005',
} as const;

/** What fills the blanks. */
export type Filling = Readonly<Record<keyof typeof BLANK, string>>;

/** The blocks with their blanks filled. */
export function filled(blocks: readonly Block[], filling: Filling): Block[] {
  const names = new Map(Object.entries(BLANK).map(([name, mark]) => [mark as string, filling[name as keyof Filling]]));
  const fillText = (text: string) => text.replace(/[\ue000-\ue005]/g, (mark) => names.get(mark) ?? mark);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]));
    return value;
  };
  return walk(blocks) as Block[];
}

const ROOM = '\u00a0'.repeat(6);

/** Before a number and a day are given there is room for them, as in a draft on paper. */
export const openNumber = (symbol: string): string => `${ROOM}/${symbol}`;
export const openDate = (year: number): string => `ngày${ROOM}tháng${ROOM}năm\u00a0${year}`;
