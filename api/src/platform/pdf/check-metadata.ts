import { PDFDict, type PDFDocument, PDFHexString, PDFRawStream, PDFString } from 'pdf-lib';
import { type Report, name } from './check-report.js';

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** XMP says the same as the info dictionary, lies open, and names the parts of the standards. */
export function checkMetadata(document: PDFDocument, report: Report): void {
  const stream = document.catalog.lookup(name('Metadata'));
  if (!(stream instanceof PDFRawStream)) return report('metadata', 'no XMP');
  if (stream.dict.has(name('Filter'))) report('metadata', 'XMP is compressed');
  const packet = Buffer.from(stream.contents).toString('utf8');
  const inside = (pattern: RegExp) => unescaped(pattern.exec(packet)?.[1] ?? '');
  const info = document.context.lookup(document.context.trailerInfo.Info);
  const entry = (key: string) => {
    const value = info instanceof PDFDict ? info.lookup(name(key)) : undefined;
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
  };
  const pairs: [string, string, string][] = [
    ['Title', entry('Title'), inside(/<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s)],
    ['Author', entry('Author'), inside(/<dc:creator>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s)],
    ['Subject', entry('Subject'), inside(/<dc:description>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s)],
    ['Keywords', entry('Keywords'), inside(/<pdf:Keywords>(.*?)</)],
    ['Creator', entry('Creator'), inside(/<xmp:CreatorTool>(.*?)</)],
    ['Producer', entry('Producer'), inside(/<pdf:Producer>(.*?)</)],
    ['CreationDate', digits(entry('CreationDate')), digits(inside(/<xmp:CreateDate>(.*?)</))],
    ['ModDate', digits(entry('ModDate')), digits(inside(/<xmp:ModifyDate>(.*?)</))],
  ];
  for (const [key, own, other] of pairs) if (own !== other) report('metadata-equal', `${key}: “${own}”, XMP “${other}”`);
  if (!entry('Title')) report('metadata', 'no title');
  const parts = ['<pdfaid:part>2<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<'];
  for (const part of parts) if (!packet.includes(part)) report('metadata-parts', part);
}

const digits = (time: string) => time.replace(/\D/g, '');
