import { problemWords } from './words.js';
import type { Filling } from './wording.js';

/** The name of every refusal of the product. A guard's name is one of these. */
export type ProblemCode = keyof typeof problemWords;

/** Whether a name is a refusal of the product. */
export const isProblemCode = (name: string): name is ProblemCode => Object.hasOwn(problemWords, name);

/** One thing that must hold first, with what fills its sentence. */
export interface Unmet {
  readonly code: ProblemCode;
  readonly filling?: Filling;
  /** JSON pointer into what was sent, when one field is at fault. */
  readonly pointer?: string;
}

/** A refusal: thrown by name, leaves the API as RFC 9457 problem+json in the reader's language. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly filling: Filling = {},
    readonly needs: readonly Unmet[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }

  /** The HTTP status of this refusal. */
  get status(): number {
    return problemWords[this.code].status;
  }
}
