import { randomUUID } from 'node:crypto';
import { noteRefusal } from './refusals.js';

/** What an API answered. Tests read the fields that they promise, so the body is open. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  /** The bytes of the body, for promises about what cannot be told apart. */
  readonly text: string;
  /** The body as it came, where it is a file. */
  readonly bytes: Buffer;
}

/** A person's browser as the API sees it: a cookie jar, the program's own header, a key for every press. */
export class Browser {
  private cookie: string | null = null;
  private readonly extra: Record<string, string> = {};

  constructor(readonly url: string) {}

  /** @throws Error when the sign-in is refused */
  static async signIn(url: string, email: string, password: string): Promise<Browser> {
    const browser = new Browser(url);
    const answer = await browser.send('POST', '/api/session', { email, password });
    if (answer.status !== 201) throw new Error(`${email} could not sign in: ${answer.text}`);
    return browser;
  }

  /** A browser that holds the cookie of a session already: `name=secret`. */
  static holding(url: string, cookie: string): Browser {
    const browser = new Browser(url);
    browser.cookie = cookie;
    return browser;
  }

  /** The same browser, with its cookie, at another program of the installation. */
  at(url: string): Browser {
    const there = new Browser(url);
    there.cookie = this.cookie;
    Object.assign(there.extra, this.extra);
    return there;
  }

  /** Acts in one capacity from now on. */
  actingAs(post: string): this {
    this.extra['acting-as'] = post;
    return this;
  }

  /** Speaks a language from now on. */
  speaking(language: 'vi' | 'en'): this {
    this.extra['accept-language'] = language;
    return this;
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }
  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }
  post<T = Record<string, unknown>>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  /** Presses an event button: a key of its own unless one is given. */
  event<T = Record<string, unknown>>(
    path: string,
    body: { type: string; version: number } & Record<string, unknown>,
    key: string = randomUUID(),
  ): Promise<Answer<T>> {
    return this.send<T>('POST', `${path}/events`, body, { 'idempotency-key': key });
  }

  /** Asks for what has no end: whoever asked reads it, and hangs up. */
  open(path: string, signal: AbortSignal): Promise<Response> {
    return fetch(this.url + path, { signal, headers: { ...(this.cookie ? { cookie: this.cookie } : {}), ...this.extra } });
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-thidua': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...this.extra,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const set = answer.headers.getSetCookie().find((cookie) => /^(__Host-)?thidua_session=/.test(cookie));
    if (set) this.cookie = set.split(';')[0]!;
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString();
    const json = (answer.headers.get('content-type') ?? '').includes('json');
    const read = (json && text ? JSON.parse(text) : {}) as T;
    if (method !== 'GET' && answer.status >= 400 && this.extra['accept-language'] !== 'en')
      noteRefusal(path, read as Record<string, unknown>);
    return { status: answer.status, body: read, headers: answer.headers, text, bytes };
  }
}
