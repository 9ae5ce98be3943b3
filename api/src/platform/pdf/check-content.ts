import { PDFArray, type PDFDocument, type PDFObject, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import type { Report } from './check-report.js';

/** Numbers of the marked contents on each page, in the order of painting. */
export type Marked = number[][];

const token = /\((?:\\[\s\S]|[^()\\])*\)|<<|>>|<[\dA-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[[\]]|[^\s()<>[\]{}/%]+/g;
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI']);

/** Reads what each page paints: everything inside marked content or an artifact, never one in the other, all closed. */
export function scanPages(document: PDFDocument, report: Report): Marked {
  return document.getPages().map((page, index) => scan(textOf(page.node.Contents()), `page ${index + 1}`, report));
}

function textOf(contents: PDFObject | undefined): string {
  if (contents instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
  if (!(contents instanceof PDFArray)) return '';
  return contents.asArray().map((_, index) => textOf(contents.lookup(index))).join('\n'); // prettier-ignore
}

function scan(content: string, place: string, report: Report): number[] {
  const found: number[] = [];
  const open: { artifact: boolean; content: boolean }[] = [];
  let operands: string[] = [];
  for (const [word] of content.matchAll(token)) {
    if (word === 'BDC' || word === 'BMC') {
      const mcid = /MCID (\d+)/.exec(operands.join(' '))?.[1];
      const artifact = operands[0] === '/Artifact';
      if (artifact && open.some((outer) => outer.content)) report('artifact-in-content', place);
      if (mcid !== undefined && open.some((outer) => outer.artifact)) report('content-in-artifact', place);
      if (mcid !== undefined && open.some((outer) => outer.content)) report('content-in-content', place);
      if (mcid !== undefined && found.includes(Number(mcid))) report('content-number', `${place}: ${mcid} twice`);
      if (mcid !== undefined) found.push(Number(mcid));
      open.push({ artifact, content: mcid !== undefined });
    } else if (word === 'EMC') {
      if (!open.pop()) report('balanced', `${place}: EMC without beginning`);
    } else if (painting.has(word) && !open.some((outer) => outer.artifact || outer.content))
      report('painted-unmarked', `${place}: ${word}`);
    operands = /^[A-Za-z'"*]/.test(word) ? [] : [...operands, word];
  }
  if (open.length) report('balanced', `${place}: ${open.length} left open`);
  return found;
}
