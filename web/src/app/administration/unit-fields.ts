import type { UnitEvent, UnitRecord } from '@thidua/workflows/unit/unit.schema';
import type { FormField } from '../ui/fields-form.js';
import { DECISION, UNIT_NAME } from './fields.js';

/** What an event of a unit asks for. @param others the active units of the province beside this one */
export function unitFields(type: UnitEvent['type'] | null, others: readonly UnitRecord[]): readonly FormField[] {
  const options = others.map(({ id, shortName }) => ({ value: id, name: shortName }));
  const many: FormField = { place: 'into', label: $localize`:@@unit.into:Thành các đơn vị`, kind: 'many', options };
  switch (type) {
    case 'rename':
      return [...UNIT_NAME, ...DECISION];
    case 'readdress':
      return [{ place: 'email', label: $localize`:@@fields.unitEmail:E-mail của đơn vị`, kind: 'email' }];
    case 'merge':
      return [
        {
          place: 'into',
          label: $localize`:@@unit.mergeInto:Sáp nhập vào`,
          kind: 'select',
          options: [{ value: '', name: $localize`:@@fields.choose:Chọn…` }, ...options],
          hint: $localize`:@@unit.mergeHint:Đơn vị lập mới do sáp nhập thì lập trước, rồi chọn ở đây.`,
        },
        ...DECISION,
      ];
    case 'split':
    case 'divide':
      return [many, ...DECISION];
    case 'transfer':
      return [{ place: 'place', label: $localize`:@@unit.toBloc:Chuyển sang khối` }, ...DECISION];
    case 'depart':
      return [{ place: 'place', label: $localize`:@@unit.toProvince:Chuyển sang tỉnh, thành phố` }, ...DECISION];
    case 'dissolve':
      return DECISION;
    case 'restore':
      return [{ place: 'reason', label: $localize`:@@event.reason:Lý do`, kind: 'area' }];
    default:
      return [];
  }
}

/** What follows from an event of a unit. */
export function unitAfter(type: UnitEvent['type'] | null): string {
  if (type === 'merge' || type === 'divide' || type === 'depart' || type === 'dissolve')
    return $localize`:@@unit.endsAfter:Đơn vị kết thúc từ ngày này; hồ sơ các năm đã qua giữ nguyên. Ghi nhầm thì khôi phục được, cho đến khi một khối chấm điểm hoặc bình xét không có đơn vị.`;
  if (type === 'restore')
    return $localize`:@@unit.restoreAfter:Đơn vị hoạt động như chưa kết thúc. Chức danh đã kết thúc thì giao lại ở trang Người dùng.`;
  return type === 'rename' ? $localize`:@@unit.renameAfter:Văn bản đề ngày trước vẫn in tên cũ.` : '';
}
