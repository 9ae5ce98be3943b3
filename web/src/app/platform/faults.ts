import type { Need } from '@thidua/workflows/record';
import type { z } from 'zod';

/** What is wrong with a form: a sentence for each place, the place as a JSON pointer such as `/targets/0/name`. */
export type Faults = ReadonlyMap<string, string>;

/** No faults. */
export const NO_FAULTS: Faults = new Map();

/** A place in a draft as a JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a schema found, in words: the library's English never reaches a person. */
export const faultsOfShape = (issues: readonly z.core.$ZodIssue[]): Faults =>
  new Map(issues.map((issue) => [pointer(issue.path), sentence(issue)]));

/** What the API found wrong in what was sent. */
export const faultsOfNeeds = (needs: readonly Need[]): Faults =>
  new Map(needs.flatMap((need) => (need.pointer ? [[need.pointer, need.detail] as const] : [])));

function sentence(issue: z.core.$ZodIssue): string {
  const text = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'too_small' && text && Number(issue.minimum) <= 1) return $localize`:@@fault.empty:Mục này còn trống.`;
  if (issue.code === 'too_small' && text) return $localize`:@@fault.short:Cần ít nhất ${issue.minimum}:least: ký tự.`;
  if (issue.code === 'too_big' && text) return $localize`:@@fault.long:Dài quá ${issue.maximum}:most: ký tự. Rút gọn lại.`;
  if (issue.code === 'too_small') return $localize`:@@fault.few:Nhỏ hơn mức tối thiểu (${issue.minimum}:least:).`;
  if (issue.code === 'too_big') return $localize`:@@fault.many:Lớn hơn mức tối đa (${issue.maximum}:most:).`;
  if (issue.code === 'invalid_format') return $localize`:@@fault.format:Chưa đúng dạng. Kiểm tra rồi nhập lại.`;
  return $localize`:@@fault.missing:Mục này còn trống hoặc chưa đúng.`;
}
