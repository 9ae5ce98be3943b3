import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { serveRounds } from './rounds.mjs';

const WIDTHS = [34, 190, 90, 80, 73];
const [LEFT, TOP, BOTTOM, ROW] = [85, 57, 785, 18];

/** pdfkit writes the report, tagged as PDF/A-2a: paragraphs by its own layout; the cells, which are one line each, where they belong. */
function print({ title, sections }, fonts) {
  const document = new PDFDocument({
    size: 'A4',
    margins: { left: LEFT, top: TOP, right: 43, bottom: 57 },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title },
  });
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  const root = document.struct('Document');
  document.addStructure(root);
  add(document, root, 'H1', 'bold', title, { align: 'center' });
  for (const { heading, paragraphs, head, rows } of sections) {
    add(document, root, 'H2', 'bold', heading, {});
    for (const text of paragraphs) add(document, root, 'P', 'regular', text, { align: 'justify', indent: 28, lineGap: 3 });
    table(document, root, head, rows);
  }
  root.end();
  const done = new Promise((resolve, reject) => {
    document.on('data', () => undefined);
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.end();
  return done;
}

function add(document, parent, role, font, text, options) {
  const element = document.struct(role, () => document.font(font).fontSize(13).text(text, LEFT, document.y, options));
  parent.add(element);
  element.end();
}

function table(document, root, head, rows) {
  const table = document.struct('Table');
  root.add(table);
  for (const [at, cells] of [head, ...rows].entries()) {
    if (document.y + ROW > BOTTOM) document.addPage();
    const y = document.y;
    const row = document.struct('TR');
    table.add(row);
    let x = LEFT;
    for (const [column, text] of cells.entries()) {
      const place = { x: x + 3, y: y + 2, width: WIDTHS[column] - 6 };
      const cell = document.struct(at === 0 ? 'TH' : 'TD', () => {
        document.font(at === 0 ? 'bold' : 'regular').fontSize(12);
        document.text(text, place.x, place.y, { width: place.width, lineBreak: false, align: column > 2 ? 'right' : 'left' });
      });
      row.add(cell);
      cell.end();
      x += WIDTHS[column];
    }
    row.end();
    document.markContent('Artifact');
    document.moveTo(LEFT, y).lineTo(x, y).stroke();
    document.endMarkedContent();
    document.y = y + ROW;
  }
  table.end();
  document.x = LEFT;
}

await serveRounds(async (report) => {
  const fonts = { regular: readFileSync(report.fonts.regular), bold: readFileSync(report.fonts.bold) };
  return { operation: () => print(report, fonts) };
});
