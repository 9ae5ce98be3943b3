import { problemWords } from '@thidua/workflows/words';
import type { ProblemCode } from '@thidua/workflows/problem';

/** What an answer that is no success says; whatever of it is there. */
interface Answered {
  readonly code?: string;
  readonly detail?: string;
  readonly next?: string;
  readonly needs?: readonly { readonly detail: string; readonly pointer?: string }[];
}

/** A refusal that stopped the year: at which act, which person asked, what was answered and what to do next. */
export class Stopped extends Error {
  constructor(
    readonly where: string,
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly next: string,
  ) {
    super(`${where}: ${status} ${code} · ${detail}`);
    this.name = 'Stopped';
  }

  /** From the body of an answer. */
  static by(where: string, status: number, text: string): Stopped {
    const { code = 'unexpected', detail = text.slice(0, 300), next = '', needs = [] } = read(text);
    const places = needs.flatMap(({ pointer, detail: said }) => (pointer ? [`${pointer} ${said}`] : []));
    return new Stopped(where, status, code, [detail, ...places].join(' · '), next);
  }

  /** What the person who acts cannot even find, because they may not read it. */
  static unseen(where: string, what: string): Stopped {
    const code: ProblemCode = 'not-found';
    return new Stopped(where, 404, code, `${what}: ${problemWords[code].detail.vi}`, 'Xem người này giữ chức danh gì vào ngày đó.');
  }

  /** What a person reads when a year stops. */
  get sentences(): string {
    const answer = [this.status > 0 ? this.status : '', this.code].filter(Boolean).join(' ');
    return [`✗ Dừng ở · Stopped at ${this.where}`, `  ${answer} · ${this.detail}`, ...(this.next ? [`→ ${this.next}`] : [])].join('\n');
  }
}

function read(text: string): Answered {
  try {
    return JSON.parse(text) as Answered;
  } catch {
    return {};
  }
}
