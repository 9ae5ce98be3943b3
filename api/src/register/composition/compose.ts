import { documentTypeWords } from '@thidua/workflows/register/document.words';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import type { Block } from '../../platform/pdf/blocks.js';
import { minutesAbstract, minutesBlocks } from './minutes.js';
import { reportAbstract, reportBlocks } from './report.js';
import { goingOn } from './spelling.js';
import { submissionAbstract, submissionBlocks } from './submission.js';
import type { YearData } from './year-data.js';

/** What a document says, and what it is called in lists: its abstract. */
export interface Composed {
  readonly title: string;
  readonly blocks: Block[];
}

const KINDS: Readonly<Record<DocumentType, { abstract: (data: YearData) => string; blocks: (data: YearData) => Block[] }>> = {
  BC: { abstract: reportAbstract, blocks: reportBlocks },
  BB: { abstract: minutesAbstract, blocks: minutesBlocks },
  TTr: { abstract: submissionAbstract, blocks: submissionBlocks },
};

/** A document of a year from its data: pure, so that the same year gives the same text. */
export function composed(type: DocumentType, data: YearData): Composed {
  const { abstract, blocks } = KINDS[type];
  return { title: abstract(data), blocks: blocks(data) };
}

/** `Báo cáo tổng kết phong trào thi đua …`, `Tờ trình về việc …` */
export const fullName = (type: DocumentType, title: string): string => `${documentTypeWords[type].vi} ${goingOn(title)}`;
