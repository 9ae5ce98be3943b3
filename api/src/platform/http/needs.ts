import type { Need } from '@thidua/workflows/record';
import type { Unmet } from '@thidua/workflows/problem';
import { problemWords } from '@thidua/workflows/words';
import { fill, type Language } from '@thidua/workflows/wording';

/** A need in the reader's words. */
export function needInWords(unmet: Unmet, language: Language): Need {
  const words = problemWords[unmet.code];
  return {
    code: unmet.code,
    detail: fill(words.detail, language, unmet.filling),
    next: fill(words.next, language, unmet.filling),
    ...(unmet.pointer ? { pointer: unmet.pointer } : {}),
  };
}
