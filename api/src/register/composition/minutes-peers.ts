import { formatPoints } from '@thidua/workflows/centipoints';
import { totals } from '@thidua/workflows/scorecard/scoring';
import type { Row, Table } from '../../platform/pdf/blocks.js';
import { pending, type AnnexText } from './frame.js';
import type { SheetText, YearData } from './year-data.js';

/** More sections than these have no room side by side: then their sum stands alone. */
const MOST_SECTIONS = 5;

/** What each peer gave each unit, by sections of the criteria. It goes to the council with the minutes, never to the members. */
export function peersAnnex(data: YearData): AnnexText {
  const title = `Điểm chấm chéo giữa các đơn vị năm ${data.year}`;
  if (data.sheets.length === 0) return { title, blocks: [pending('Chưa có phiếu chấm chéo được mở niêm phong.')] };
  const { sections } = data.rules.criteria;
  const shown = sections.length <= MOST_SECTIONS ? sections : [];
  const columns = [...shown.map(({ code }) => `Mục ${code}`), ...(shown.length > 0 ? [] : ['Nội dung']), 'Thưởng', 'Trừ', 'Tổng'];
  const table: Table = {
    kind: 'table',
    columns: [{ namesRow: true }, ...columns.map(() => ({ width: 17, align: 'right' as const }))],
    head: [{ cells: ['Đơn vị chấm', ...columns] }],
    rows: data.units.flatMap(({ unitId, name }) => ratedRows(unitId, name, columns.length, data)),
    notes: [`Ghi chú: ${sections.map(({ code, name }) => `mục ${code}: ${name}`).join('; ')}.`],
  };
  return { title, blocks: [table] };
}

function ratedRows(unitId: string, name: string, columns: number, data: YearData): Row[] {
  const sheets = data.sheets.filter((sheet) => sheet.unitId === unitId);
  if (data.unranked.some((unit) => unit.unitId === unitId)) return []; // not scored at all
  if (sheets.length === 0 && !data.ranking) return []; // perhaps still under seal
  const recused = data.recusals
    .filter(({ step, aboutUnitId }) => step === 'score' && aboutUnitId === unitId)
    .map(({ by }): Row => ({ cells: [by, { text: 'Xin không chấm', colSpan: columns }], face: 'italic' }));
  const none: Row = { cells: [{ text: 'Không có phiếu chấm chéo.', colSpan: columns + 1 }], face: 'italic' };
  const rows = sheets.length > 0 ? sheets.map((sheet) => raterRow(sheet, data)) : [none];
  return [{ cells: [{ text: name, colSpan: columns + 1 }], face: 'bold' }, ...rows, ...recused];
}

function raterRow({ raterUnitId, scores }: SheetText, data: YearData): Row {
  const { criteria } = data.rules;
  const { sections, base, bonus, penalty, total } = totals(criteria, scores);
  const parts = criteria.sections.length <= MOST_SECTIONS ? criteria.sections.map(({ code }) => sections[code] ?? 0) : [base];
  const rater = data.units.find((unit) => unit.unitId === raterUnitId)?.shortName ?? '';
  return { cells: [rater, ...[...parts, bonus, penalty, total].map((points) => formatPoints(points))] };
}
