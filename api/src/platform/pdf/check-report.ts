import { PDFName } from 'pdf-lib';

/** A rule that the file breaks: a name that tests can ask for, and what was seen. */
export interface Finding {
  rule: string;
  detail: string;
}

export interface Counts {
  pages: number;
  fonts: number;
  /** Structure elements, marked contents in them, and headings among them. */
  elements: number;
  contents: number;
  headings: number;
  tables: number;
  signatureFields: number;
}

/** Collects findings; each check takes it. */
export type Report = (rule: string, detail: string) => void;

export const name = (text: string) => PDFName.of(text);
