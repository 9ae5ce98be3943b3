import type { BlocRecord, ProvinceRecord } from '@thidua/workflows/unit/unit.schema';
import type { FormField, Typed } from '../ui/fields-form.js';

/** The decision that a change of a unit rests on, and the day from which it holds. */
export const DECISION: readonly FormField[] = [
  { place: 'on', label: $localize`:@@fields.on:Có hiệu lực từ ngày`, kind: 'date' },
  {
    place: 'basis',
    label: $localize`:@@fields.basis:Căn cứ`,
    kind: 'area',
    hint: $localize`:@@fields.basisHint:Tên, số và ngày của quyết định. Căn cứ được ghi vào lịch sử.`,
  },
];

/** A unit's name in full, in short and in English. */
export const UNIT_NAME: readonly FormField[] = [
  { place: 'name', label: $localize`:@@fields.unitName:Tên đầy đủ`, hint: $localize`:@@fields.unitNameHint:Như in trên văn bản.` },
  { place: 'shortName', label: $localize`:@@fields.shortName:Tên ngắn` },
  { place: 'nameEn', label: $localize`:@@fields.nameEn:Tên tiếng Anh` },
];

/** A code that stands in addresses. */
export const slugField = (place: string, label: string): FormField => ({
  place,
  label,
  hint: $localize`:@@fields.slugHint:Chữ thường không dấu, số và gạch nối, ví dụ hoi-nguoi-mu. Không đổi được về sau.`,
});

const body = (place: 'council' | 'board', name: string): FormField[] => [
  { place: `${place}.name`, label: $localize`:@@fields.bodyName:${name}:body:: tên đầy đủ` },
  { place: `${place}.shortName`, label: $localize`:@@fields.bodyShort:${name}:body:: tên ngắn` },
  { place: `${place}.email`, label: $localize`:@@fields.bodyEmail:${name}:body:: e-mail nhận văn bản`, kind: 'email' },
];

/** A province with its council and the council's standing body. */
export const PROVINCE_FIELDS: readonly FormField[] = [
  { place: 'name', label: $localize`:@@fields.provinceName:Tên tỉnh, thành phố` },
  ...body('council', $localize`:@@fields.council:Hội đồng`),
  ...body('board', $localize`:@@fields.board:Cơ quan thường trực`),
];

/** What a province's form shows first. */
export const provinceTyped = ({ name, council, board }: ProvinceRecord): Typed => ({
  name,
  ...Object.fromEntries(Object.entries(council).map(([part, text]) => [`council.${part}`, text])),
  ...Object.fromEntries(Object.entries(board).map(([part, text]) => [`board.${part}`, text])),
});

/** How a bloc is called and how its papers are headed. */
export const BLOC_FIELDS: readonly FormField[] = [
  { place: 'name', label: $localize`:@@fields.blocName:Tên khối` },
  { place: 'shortName', label: $localize`:@@fields.shortName:Tên ngắn` },
  { place: 'nameEn', label: $localize`:@@fields.nameEn:Tên tiếng Anh` },
  {
    place: 'symbol',
    label: $localize`:@@fields.symbol:Ký hiệu văn bản`,
    hint: $localize`:@@fields.symbolHint:Ví dụ KTĐ, in sau số và tên loại.`,
  },
  {
    place: 'place',
    label: $localize`:@@fields.place:Địa danh`,
    hint: $localize`:@@fields.placeHint:In trước ngày tháng, ví dụ Bắc Giang.`,
  },
  {
    place: 'superior',
    label: $localize`:@@fields.superior:Cơ quan cấp trên`,
    hint: $localize`:@@fields.superiorHint:Dòng trên tên khối ở đầu văn bản.`,
  },
  {
    place: 'issuerLines',
    label: $localize`:@@fields.issuerLines:Tên khối ở đầu văn bản`,
    kind: 'lines',
    hint: $localize`:@@fields.issuerHint:Mỗi dòng một dòng in, nhiều nhất ba dòng.`,
  },
];

/** What a bloc's form shows first. */
export const blocTyped = ({ name, shortName, nameEn, symbol, place, superior, issuerLines }: BlocRecord): Typed => ({
  name,
  shortName,
  nameEn,
  symbol,
  place,
  superior,
  issuerLines: issuerLines.join('\n'),
});
