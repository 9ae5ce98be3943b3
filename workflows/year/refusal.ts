import type { Unmet } from '../problem.js';
import { eventName, kindName, problemWords, stateName } from '../words.js';
import { fill, said, type Filling, type Language, type Said } from '../wording.js';
import type { Fault } from './fault.js';

/** State and event names are said in words, not in the machine’s spelling. */
function spoken(filling: Filling, language: Language): Filling {
  const { kind, event, state } = filling;
  return {
    kind: kindName(String(kind), language),
    event: eventName(String(kind), String(event), language),
    state: stateName(String(kind), String(state), language),
  };
}

/** What the program would answer, in its own words. */
export function refusalInWords({ code, filling = {} }: Unmet): Said {
  const { detail } = problemWords[code];
  const filled = (language: Language) => fill(detail, language, code === 'not-in-this-state' ? spoken(filling, language) : filling);
  return said(filled('vi'), filled('en'));
}

/** The fault of an act that the program would refuse. */
export const refused = (pointer: string, unmet: Unmet): Fault => ({
  pointer: `${pointer}${unmet.pointer ?? ''}`,
  text: refusalInWords(unmet),
});
