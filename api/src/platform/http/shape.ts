import { said, fill, type Language, type Said } from '@thidua/workflows/wording';
import type { Need } from '@thidua/workflows/record';
import type { z } from 'zod';

/** What Zod found, mapped by its code: a library's English sentences never reach a person. */
const SENTENCES = {
  invalid_type: said('Thiếu, hoặc sai kiểu dữ liệu.', 'Missing, or of the wrong type.'),
  too_small: said('Ngắn hoặc nhỏ hơn mức tối thiểu ({minimum}).', 'Shorter or smaller than the minimum ({minimum}).'),
  too_big: said('Dài hoặc lớn hơn mức tối đa ({maximum}).', 'Longer or larger than the maximum ({maximum}).'),
  invalid_format: said('Sai dạng.', 'Of the wrong form.'),
  not_multiple_of: said('Không đúng bước.', 'Not a multiple of the step.'),
  unrecognized_keys: said('Có trường không được nhận: {keys}.', 'Fields that are not accepted: {keys}.'),
  invalid_union: said('Không thuộc các dạng được nhận.', 'None of the accepted forms.'),
  invalid_value: said('Không thuộc các giá trị được nhận: {values}.', 'Not one of the accepted values: {values}.'),
  invalid_key: said('Tên trường không được nhận.', 'A field name that is not accepted.'),
  invalid_element: said('Có phần tử sai.', 'An element is wrong.'),
  custom: said('Không hợp lệ.', 'Not valid.'),
} as const;
const NEXT = said('Sửa mục này rồi gửi lại.', 'Correct this and send again.');

/** A place in what was sent, as a JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a rule of our own says of itself (`params.said`), where it says more than that something does not hold. */
const saidBy = (issue: z.core.$ZodIssue): Said | undefined =>
  issue.code === 'custom' ? (issue.params?.['said'] as Said | undefined) : undefined;

/** The issues of a shape as needs in the reader's words, each with its pointer. */
export function issuesInWords(issues: readonly z.core.$ZodIssue[], language: Language): Need[] {
  return issues.map((issue) => {
    const filling = {
      minimum: 'minimum' in issue ? String(issue.minimum) : '',
      maximum: 'maximum' in issue ? String(issue.maximum) : '',
      keys: 'keys' in issue ? issue.keys.join(', ') : '',
      values: 'values' in issue ? issue.values.map(String).join(', ') : '',
    };
    return {
      code: `shape-${issue.code.replaceAll('_', '-')}`,
      detail: fill(saidBy(issue) ?? SENTENCES[issue.code], language, filling),
      next: NEXT[language],
      pointer: pointerOf(issue.path),
    };
  });
}

const UNKEPT = said(
  'Có ký tự không lưu được (ký tự rỗng, hoặc một nửa của ký tự).',
  'Holds a character that cannot be kept (a null character, or half of one).',
);

/** Neither the database’s text nor its JSON holds a null character or half of a surrogate pair. */
const isKept = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/**
 * The places of a value whose text nobody could read again: it would be refused by the database, or kept in a journal that then cannot
 * be read. The value is nested no deeper than the gate lets through.
 */
export function unkeptIn(value: unknown, path: PropertyKey[] = []): z.core.$ZodIssue[] {
  const issue = { code: 'custom', path, message: '', input: undefined, params: { said: UNKEPT } } as const;
  if (typeof value === 'string') return isKept(value) ? [] : [issue];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, inner]) => (isKept(name) ? unkeptIn(inner, [...path, name]) : [issue]));
}

/** What was sent has not the shape that is accepted. */
export class WrongShape extends Error {
  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super('wrong-shape');
  }
}
