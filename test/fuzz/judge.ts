import type { Operation } from './description.js';
import type { Answered } from './sending.js';

const PROBLEM = 'application/problem+json';
/** What an answer would tell of the inside of the program: a stack, a path of its files, SQL, PostgreSQL's own words. */
const LEAKS = [
  /\n\s+at .+[:(]\d+:\d+/,
  /node_modules|\/dist\/[\w/-]+\.js|file:\/\//,
  /\b(select|insert into|update|delete from)\b[^.]{0,200}\b(from|where|values|set|returning)\b.*[$]\d/is,
  /syntax error at|violates .* constraint|duplicate key|relation "|invalid input (syntax|value)|out of range for type|QueryFailedError|SQLSTATE/i,
  /\b(TypeError|ReferenceError|RangeError|SyntaxError|ZodError)\b/,
];

const isWithout = (answer: Answered): boolean => answer.status === 204 || answer.status === 304;

/** What is wrong with an answer by the description of its route; null where nothing is. */
export function faultOf(operation: Operation, answer: Answered): string | null {
  const { status, type, text } = answer;
  const leak = LEAKS.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  if (leak) return `it tells of the inside: ${leak.slice(0, 200)}`;
  const own = operation.responses[String(status)];
  // Whoever comes into a crowd is turned away; nobody does here.
  if (status >= 500 && !own) return `${status} ${text.slice(0, 300)}`;
  if (isWithout(answer)) return own ? (text === '' ? null : `${status} with a body`) : `${status} is not described`;
  if (status < 400 && !own) return `${status} is not described`;
  const described = own ?? operation.responses['default'];
  const content = described?.content ?? {};
  if (!Object.hasOwn(content, type)) return `${status} as ${type || 'nothing'} is not described: ${text.slice(0, 200)}`;
  return type.endsWith('json') ? faultOfJson(operation, own ? String(status) : 'default', answer) : null;
}

function faultOfJson(operation: Operation, status: string, answer: Answered): string | null {
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch (error) {
    return `${answer.status}: ${(error as Error).message}`;
  }
  const validate = operation.validator(status, answer.type);
  if (!validate(body)) return `${answer.status} is not of its shape: ${JSON.stringify(validate.errors!.slice(0, 3))}`;
  if (answer.type === PROBLEM && (body as { status: number }).status !== answer.status)
    return `${answer.status}, but its body says ${(body as { status: number }).status}`;
  return null;
}
