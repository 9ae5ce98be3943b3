import { randomUUID } from 'node:crypto';

/** A refusal that stopped the year: which act, what was asked, what was answered. */
export class Stopped extends Error {
  constructor(
    readonly where: string,
    readonly status: number,
    readonly answer: string,
  ) {
    super(`${where}: ${status} ${answer}`);
  }
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly next?: string;
  readonly needs?: readonly { readonly detail: string; readonly pointer?: string }[];
}

/** A refusal in one line. */
function inOneLine(text: string): string {
  try {
    const problem = JSON.parse(text) as Problem;
    const needs = (problem.needs ?? []).map((need) => [need.pointer, need.detail].filter(Boolean).join(' '));
    return [problem.code, problem.detail, ...needs, problem.next].filter(Boolean).join(' · ');
  } catch {
    return text.slice(0, 300);
  }
}

/** One person's session with the program: what a browser of theirs would send. */
export class PersonSession {
  private cookie = '';

  private constructor(
    private readonly url: string,
    readonly email: string,
  ) {}

  /** @throws Stopped when the sign-in is refused */
  static async open(url: string, email: string, password: string): Promise<PersonSession> {
    const session = new PersonSession(url, email);
    await session.send('POST', '/api/session', { email, password }, `đăng nhập ${email}`);
    return session;
  }

  get<T>(path: string, where: string): Promise<T> {
    return this.send<T>('GET', path, undefined, where);
  }
  put<T>(path: string, body: unknown, where: string): Promise<T> {
    return this.send<T>('PUT', path, body, where);
  }
  post<T>(path: string, body: unknown, where: string): Promise<T> {
    return this.send<T>('POST', path, body, where);
  }

  /** The bytes of a document. */
  async bytes(path: string, where: string): Promise<Uint8Array> {
    const answer = await fetch(this.url + path, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Stopped(where, answer.status, inOneLine(await answer.text()));
    return new Uint8Array(await answer.arrayBuffer());
  }

  private async send<T>(method: string, path: string, body: unknown, where: string): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'x-thidua': '1',
        'idempotency-key': randomUUID(),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Stopped(where, answer.status, inOneLine(text));
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('thidua_session='));
    if (set) this.cookie = set.split(';')[0]!;
    return (text ? JSON.parse(text) : null) as T;
  }
}
