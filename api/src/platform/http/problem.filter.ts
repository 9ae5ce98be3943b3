import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProofWay } from '@thidua/workflows/account/proof';
import { Problem, type ProblemCode } from '@thidua/workflows/problem';
import { eventName, kindName, problemWords, stateName } from '@thidua/workflows/words';
import type { Need } from '@thidua/workflows/record';
import { fill, type Filling, type Language } from '@thidua/workflows/wording';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/away.js';
import { isDiskFull } from '../database/full.js';
import { languageOf } from './caller-of.js';
import { needInWords } from './needs.js';
import { issuesInWords, WrongShape } from './shape.js';

/** A refusal as it leaves the program: RFC 9457, in the reader's language, with what to do next. */
export interface ProblemBody {
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly next: string;
  readonly needs: readonly Need[];
  readonly versions?: { readonly yours: number; readonly current: number };
  readonly latest?: { readonly by: string; readonly at: string };
  /** What the account proves itself by, where a proof is asked for. */
  readonly proof?: ProofWay;
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'wrong-shape',
  401: 'sign-in-needed',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'unknown-type',
  429: 'too-many-attempts',
  503: 'busy',
};

/** Refusals that pass with time: the answer says when to try again. */
const PASSES: ReadonlySet<string> = new Set<ProblemCode>(['too-many-attempts', 'busy', 'database-away', 'storage-full']);

/** What is no fault of whoever asked: somebody must look. */
const LOGGED: ReadonlySet<string> = new Set<ProblemCode>(['unexpected', 'database-away', 'storage-full']);

/** State and event names are said in words, not in the machine's spelling. */
function said(code: ProblemCode, filling: Filling, language: Language): Filling {
  if (code !== 'not-in-this-state') return filling;
  const kind = String(filling.kind);
  return {
    kind: kindName(kind, language),
    event: eventName(kind, String(filling.event), language),
    state: stateName(kind, String(filling.state), language),
  };
}

/** What somebody must know who writes on what is not the newest any more: both versions, and who saved the newest where it is a draft. */
const staleness = ({ yours, current, by, at }: Filling) => ({
  versions: { yours: Number(yours), current: Number(current) },
  ...(by && at ? { latest: { by: String(by), at: String(at) } } : {}),
});

/** The body of a refusal, in words. */
export function problemBody(code: ProblemCode, filling: Filling, needs: readonly Need[], language: Language): ProblemBody {
  const words = problemWords[code];
  const filled = said(code, filling, language);
  const detail =
    needs.length > 1 && code !== 'wrong-shape' ? needs.map((need) => need.detail).join(' ') : fill(words.detail, language, filled);
  return {
    type: `/problems/${code}`,
    code,
    title: detail,
    status: words.status,
    detail,
    next: fill(words.next, language, filled),
    needs,
    ...(code === 'stale' ? staleness(filling) : {}),
    ...(code === 'needs-fresh-proof' ? { proof: filling.by as ProofWay } : {}),
  };
}

function codeOfUnknown(error: unknown): ProblemCode {
  // A line that the sender cut has a status of its own, and a code that a lost database may have too.
  if (!(error instanceof Object && 'statusCode' in error) && isDatabaseAway(error)) return 'database-away';
  if (isDiskFull(error)) return 'storage-full';
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : error && typeof error === 'object' && 'statusCode' in error
        ? Number(error.statusCode)
        : 500;
  return BY_STATUS[status] ?? (status >= 500 ? 'unexpected' : 'wrong-shape');
}

/** Writes every refusal. What nobody foresaw is logged with the request's id, and only the id is shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = this.bodyFor(error, request, languageOf(request));
    if (PASSES.has(body.code)) void reply.header('retry-after', error instanceof Problem ? String(error.filling.seconds ?? 5) : '5');
    void reply
      .status(body.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(body));
  }

  private bodyFor(error: unknown, request: FastifyRequest, language: Language): ProblemBody {
    if (error instanceof Problem)
      return problemBody(
        error.code,
        error.filling,
        error.needs.map((need) => needInWords(need, language)),
        language,
      );
    if (error instanceof WrongShape)
      return problemBody('wrong-shape', { count: error.issues.length }, issuesInWords(error.issues, language), language);
    const code = codeOfUnknown(error);
    if (LOGGED.has(code)) this.logger.error({ request: request.id, err: error });
    return problemBody(code, { request: String(request.id), count: 1, limit: '1 MB', seconds: 5 }, [], language);
  }
}
