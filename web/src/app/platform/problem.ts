import { HttpErrorResponse } from '@angular/common/http';
import { PROOF_WAYS } from '@thidua/workflows/account/proof';
import { Need } from '@thidua/workflows/record';
import { z } from 'zod';

/** A refusal as the API says it (RFC 9457): what is the matter, what to do next, what must hold first. */
export const ProblemBody = z.object({
  code: z.string(),
  status: z.int(),
  detail: z.string(),
  next: z.string(),
  needs: z.array(Need).default([]),
  /** By what a proof is asked for. */
  proof: z.enum(PROOF_WAYS).optional(),
  versions: z.object({ yours: z.int(), current: z.int() }).optional(),
  /** Who saved the draft that stands there now, and when. */
  latest: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

/** A refusal on its way to the page that asked. */
export class Refusal extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.code);
    this.name = 'Refusal';
  }
}

/** No answer came: the line is cut, or the server is down. */
const unreachable = (): ProblemBody => ({
  code: 'unreachable',
  status: 0,
  detail: $localize`:@@problem.unreachable:Không kết nối được máy chủ.`,
  next: $localize`:@@problem.unreachable.next:Kiểm tra đường truyền rồi thử lại. Chữ đã gõ còn nguyên.`,
  needs: [],
});

/** The page and the server do not understand each other: an answer of another shape, or a fault of the page. */
const unexpected = (status: number): ProblemBody => ({
  code: 'unexpected',
  status,
  detail: $localize`:@@problem.unexpected:Chưa tải được phần này.`,
  next: $localize`:@@problem.unexpected.next:Thử lại; nếu vẫn vậy, tải lại trang hoặc báo quản trị.`,
  needs: [],
});

/** What any failure of a request says to a person. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof Error && error.cause instanceof Refusal) return error.cause.problem;
  if (!(error instanceof HttpErrorResponse)) return unexpected(0);
  if (error.status === 0) return unreachable();
  const parsed = ProblemBody.safeParse(typeof error.error === 'string' ? tryJson(error.error) : error.error);
  return parsed.success ? parsed.data : unexpected(error.status);
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // a proxy's own page, not ours
  }
}

/** Answers that pass: none came, the program was gone behind its proxy, or it could not just then. The same may be asked again. */
const PASSES: readonly number[] = [0, 502, 503, 504];
export const isPassing = ({ status }: ProblemBody): boolean => PASSES.includes(status);
