import { randomUUID } from 'node:crypto';
import { Stopped } from './stopped.js';

/** A page of a list, as every list answers. */
interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What is sent, and of which type. */
interface Body {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** One person's session with the program: what a browser of theirs would send. */
export class PersonSession {
  private cookie = '';

  private constructor(
    private readonly url: string,
    readonly email: string,
    private readonly password: string,
  ) {}

  /** @param where the act for which the person signs in. @param code of the second factor, where the account asks for one. @throws Stopped when the sign-in is refused */
  static async open(url: string, email: string, password: string, where: string, code?: string): Promise<PersonSession> {
    const session = new PersonSession(url, email, password);
    await session.send('POST', '/api/session', { email, password, ...(code ? { code } : {}) }, `${where}, đăng nhập · sign-in`);
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

  /** Every row of a list, page by page. `path` carries its query. */
  async all<T>(path: string, where: string): Promise<T[]> {
    const rows: T[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: ListPage<T> = await this.get(after ? `${path}&after=${encodeURIComponent(after)}` : path, where);
      rows.push(...page.items);
      after = page.next;
    }
    return rows;
  }

  /** The bytes of a file. */
  async bytes(path: string, where: string): Promise<Uint8Array> {
    const answer = await fetch(this.url + path, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw Stopped.by(where, answer.status, await answer.text());
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Sends a file as it is. */
  upload<T>(path: string, bytes: Uint8Array, type: string, where: string): Promise<T> {
    return this.exchange<T>('POST', path, { type, content: new Uint8Array(bytes) }, where);
  }

  private send<T>(method: string, path: string, body: unknown, where: string): Promise<T> {
    return this.exchange<T>(method, path, body === undefined ? null : { type: 'application/json', content: JSON.stringify(body) }, where);
  }

  private async exchange<T>(method: string, path: string, body: Body | null, where: string): Promise<T> {
    const key = randomUUID();
    let answer = await this.sent(method, path, body, key);
    if (answer.status === 403 && (await codeOf(answer.clone())) === 'needs-fresh-proof') {
      await this.send('POST', '/api/session/proof', { password: this.password }, `${where}, xác nhận · proof`);
      answer = await this.sent(method, path, body, key);
    }
    const text = await answer.text();
    if (!answer.ok) throw Stopped.by(where, answer.status, text);
    const set = answer.headers.getSetCookie().find((cookie) => /^(__Host-)?thidua_session=/.test(cookie));
    if (set) this.cookie = set.split(';')[0]!;
    return (text ? JSON.parse(text) : null) as T;
  }

  private sent(method: string, path: string, body: Body | null, key: string): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: {
        'x-thidua': '1',
        'idempotency-key': key,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body ? { 'content-type': body.type } : {}),
      },
      ...(body ? { body: body.content } : {}),
    });
  }
}

/** The name of a refusal; null when a proxy answered. */
async function codeOf(answer: Response): Promise<unknown> {
  const json = (answer.headers.get('content-type') ?? '').includes('json');
  return json ? ((await answer.json()) as { code?: unknown }).code : null;
}
