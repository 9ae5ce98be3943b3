import type { RegistrationView } from '../registration/registration.schema.js';
import type { SectionView } from '../report/section.schema.js';
import type { ScorecardView } from '../scorecard/scorecard.schema.js';
import { fill, said, type Language, type Said } from '../wording.js';
import { stateName } from '../words.js';
import type { ProgressLook, ProgressStep } from './progress.schema.js';

/** How a step of a unit stands, before anybody asks until when. */
export interface Standing {
  readonly look: ProgressLook;
  readonly words: string;
  readonly passed: boolean;
  /** The day that binds whoever's turn it is. */
  readonly due: string | null;
}

const SECRETARY = said('Thư ký Khối', 'the bloc secretary');
const WORDS = {
  unsent: said('Chưa gửi', 'Not sent'),
  sent: said('Đã gửi', 'Sent'),
  examined: said('Chờ {who} xem xét', 'Waiting for {who}'),
  notYet: said('Chưa tới', 'Not yet'),
  noPeers: said('Không chấm chéo', 'No peer scoring'),
  sealed: said('Niêm phong: {submitted} trên {of} đơn vị đã gửi', 'Sealed: {submitted} of {of} units have sent'),
  opened: said('Đã mở niêm phong', 'Seal opened'),
  agreeing: said('Chờ {who} thống nhất', 'Waiting for {who} to agree'),
  agreed: said('Đã thống nhất', 'Agreed'),
  verifying: said('Chờ {who} thẩm định', 'Waiting for {who} to verify'),
  verified: said('Đã thẩm định', 'Verified'),
} as const;

const stands = (look: ProgressLook, words: string, due: string | null = null, passed = look === 'done'): Standing => ({
  look,
  words,
  passed,
  due,
});
const waitsFor = (sentence: Said, who: string | null, due: string | null, language: Language): Standing =>
  stands('waiting', fill(sentence, language, { who: who ?? SECRETARY }), due);

/** A registration: whether anything is written is the unit's own, so that not begun and not sent are one. */
export function registrationStands({ state, reviewerName, due }: RegistrationView, language: Language): Standing {
  const name = stateName('Registration', state, language);
  if (state === 'draft') return stands('ahead', WORDS.unsent[language], due);
  if (state === 'submitted') return { ...waitsFor(WORDS.examined, reviewerName, null, language), passed: true };
  return stands(state === 'accepted' ? 'done' : state === 'returned' ? 'waiting' : 'out', name);
}

/** A section of the report. One that was returned has no day of its own. */
export function sectionStands({ state, due }: SectionView, language: Language): Standing {
  if (state === 'draft') return stands('ahead', WORDS.unsent[language], due);
  if (state === 'submitted') return { ...waitsFor(WORDS.examined, null, null, language), passed: true };
  return stands(state === 'accepted' ? 'done' : 'waiting', stateName('Section', state, language));
}

/** The steps that a score card tells of. While it is sealed nothing but the number of sheets is known. */
export const cardStands: Readonly<Partial<Record<ProgressStep, (card: ScorecardView, language: Language) => Standing>>> = {
  selfScore: ({ state, due }, language) =>
    state === 'self' ? stands('ahead', WORDS.unsent[language], due.self) : stands('done', WORDS.sent[language]),
  peerScore: ({ state, due, sheets }, language) => {
    if (state === 'self') return stands('ahead', WORDS.notYet[language]);
    if (state === 'peer') return stands('waiting', fill(WORDS.sealed, language, sheets), due.peer);
    return sheets.of === 0 ? stands('out', WORDS.noPeers[language]) : stands('done', WORDS.opened[language]);
  },
  review: ({ state, due, reviewerName }, language) => {
    if (state === 'open') return waitsFor(WORDS.agreeing, reviewerName, due.review, language);
    const agreed = state === 'reviewed' || state === 'verified';
    return agreed ? stands('done', WORDS.agreed[language]) : stands('ahead', WORDS.notYet[language]);
  },
  verification: ({ state, due, verifierName }, language) => {
    if (state === 'reviewed') return waitsFor(WORDS.verifying, verifierName, due.verification, language);
    return state === 'verified' ? stands('done', WORDS.verified[language]) : stands('ahead', WORDS.notYet[language]);
  },
};

/** A card of a unit that was taken out: no step is its own any more. */
export const outOfScoring = ({ state }: ScorecardView, language: Language): Standing | null =>
  state === 'excluded' ? stands('out', stateName('Scorecard', state, language)) : null;
