import type { z } from 'zod';
import { said, type Said } from '../wording.js';
import { fault, pointerOf, type Fault } from './fault.js';

type Issue = z.core.$ZodIssue;

const expectations: Readonly<Record<string, Said>> = {
  string: said('chữ', 'a text'),
  number: said('số', 'a number'),
  int: said('số nguyên', 'a whole number'),
  boolean: said('true hoặc false', 'true or false'),
  array: said('danh sách', 'a list'),
  object: said('nhóm trường', 'an object'),
  date: said('ngày dạng 2020-12-31', 'a day such as 2020-12-31'),
  datetime: said('thời điểm dạng 2020-12-31T08:00:00+07:00', 'a moment such as 2020-12-31T08:00:00+07:00'),
  email: said('địa chỉ e-mail', 'an e-mail address'),
  regex: said('mã đúng mẫu (chữ thường không dấu, số, gạch nối)', 'a code of the right pattern (lower-case letters, digits, hyphens)'),
};
const expected = (name: string): Said => expectations[name] ?? said(`giá trị kiểu ${name}`, `a value of type ${name}`);

function size(issue: Issue & { code: 'too_small' | 'too_big' }): Said {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const [vi, en] = issue.code === 'too_small' ? ['ít nhất', 'at least'] : ['nhiều nhất', 'at most'];
  if (issue.origin === 'string') return said(`Cần ${vi} ${limit} ký tự.`, `Needs ${en} ${limit} characters.`);
  if (issue.origin === 'array') return said(`Cần ${vi} ${limit} mục.`, `Needs ${en} ${limit} entries.`);
  return said(`Giá trị phải ${vi} là ${limit}.`, `The value must be ${en} ${limit}.`);
}

/** The options of a choice, as they are written in the file. */
const choices = (values: readonly unknown[]) => values.map((value) => `“${String(value)}”`).join(', ');

const NOT_VALID = said('Giá trị không hợp lệ.', 'The value is not valid.');

function sentence(issue: Issue, missing: boolean): Said {
  if (missing) return said('Thiếu trường này.', 'This field is missing.');
  switch (issue.code) {
    case 'invalid_type':
      return said(`Phải là ${expected(issue.expected).vi}.`, `Must be ${expected(issue.expected).en}.`);
    case 'invalid_format':
      return said(`Phải là ${expected(issue.format).vi}.`, `Must be ${expected(issue.format).en}.`);
    case 'invalid_value':
      return said(`Chỉ nhận: ${choices(issue.values)}.`, `Only: ${choices(issue.values)}.`);
    case 'too_small':
    case 'too_big':
      return size(issue);
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options as readonly unknown[]) : [];
      return options.length > 0
        ? said(`Chỉ nhận: ${choices(options)}.`, `Only: ${choices(options)}.`)
        : said('Không thuộc các dạng được nhận.', 'Is none of the accepted forms.');
    }
    case 'custom':
      return (issue.params?.['said'] as Said | undefined) ?? NOT_VALID;
    default:
      return NOT_VALID;
  }
}

/** Whether the value at a path is not there at all. */
function isMissing(file: unknown, path: readonly PropertyKey[]): boolean {
  let value = file;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return true;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return false;
}

/** What is wrong with the shape of a file: each issue by its code, never in the library’s words; unknown fields one by one. */
export function shapeFaults(file: unknown, issues: readonly Issue[]): Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        fault(pointerOf([...issue.path, key]), `Không có trường “${key}” ở đây.`, `There is no field “${key}” here.`),
      );
    }
    const text = sentence(issue, isMissing(file, issue.path));
    return [fault(pointerOf(issue.path), text.vi, text.en)];
  });
}
