import { accountWords } from './account/account.words.js';
import { cycleWords } from './cycle/cycle.words.js';
import { dispatchWords } from './dispatch/dispatch.words.js';
import { importWords } from './import/import.words.js';
import { mailWords } from './mail/mail.words.js';
import { roundWords } from './nomination/round.words.js';
import { personWords } from './person/person.words.js';
import { platformWords } from './platform.words.js';
import { progressWords } from './progress/progress.words.js';
import { rankingWords } from './ranking/ranking.words.js';
import { documentWords } from './register/document.words.js';
import { registrationWords } from './registration/registration.words.js';
import { reportWords } from './report/report.words.js';
import { scorecardWords } from './scorecard/scorecard.words.js';
import { substitutionWords } from './substitution/substitution.words.js';
import { unitWords } from './unit/unit.words.js';
import { keyWords } from './signature/keys.words.js';
import type { Role } from './actor.js';
import { said, type FeatureWords, type Language, type ProblemWords, type Said } from './wording.js';

/** The words of every feature: one catalogue for API, letters, documents and web. */
const features: readonly FeatureWords[] = [
  platformWords,
  accountWords,
  substitutionWords,
  unitWords,
  personWords,
  importWords,
  mailWords,
  cycleWords,
  registrationWords,
  scorecardWords,
  rankingWords,
  roundWords,
  reportWords,
  documentWords,
  dispatchWords,
  keyWords,
];

/** Every refusal by its name. */
export const problemWords = {
  ...platformWords.problems,
  ...accountWords.problems,
  ...substitutionWords.problems,
  ...unitWords.problems,
  ...personWords.problems,
  ...importWords.problems,
  ...cycleWords.problems,
  ...progressWords.problems,
  ...registrationWords.problems,
  ...scorecardWords.problems,
  ...rankingWords.problems,
  ...roundWords.problems,
  ...reportWords.problems,
  ...documentWords.problems,
  ...dispatchWords.problems,
} satisfies Record<string, ProblemWords>;

function look(pick: (feature: FeatureWords) => Said | undefined, language: Language, otherwise: string): string {
  for (const feature of features) {
    const found = pick(feature);
    if (found) return found[language];
  }
  return otherwise;
}

/** What a kind of record is called, e.g. `Registration` → “bản đăng ký”. */
export const kindName = (kind: string, language: Language): string => look((feature) => feature.kinds[kind], language, kind);

/** What a state of a record is called. */
export const stateName = (kind: string, state: string, language: Language): string =>
  look((feature) => feature.states[kind]?.[state], language, state);

/** What an event of a record is called: the button, the journal and the letter use this one word. */
export const eventName = (kind: string, type: string, language: Language): string =>
  look((feature) => feature.events[kind]?.[type], language, type);

/** Every kind of record that has words, in the order of the year. */
export const kindsInWords = (): string[] => features.flatMap((feature) => Object.keys(feature.kinds));

/** The types of the events of a kind that have words, in the order of the catalogue. */
export const eventTypes = (kind: string): string[] => features.flatMap((feature) => Object.keys(feature.events[kind] ?? {}));

const roleWords: Readonly<Record<Role, Said>> = {
  'unit-officer': said('Chuyên viên', 'Unit officer'),
  'unit-head': said('Lãnh đạo đơn vị', 'Head of unit'),
  'unit-deputy': said('Cấp phó của lãnh đạo đơn vị', 'Deputy head of unit'),
  'bloc-secretary': said('Thư ký Khối', 'Bloc secretary'),
  'records-officer': said('Văn thư', 'Records officer'),
  'council-secretary': said('Thư ký Hội đồng', 'Council secretary'),
  'council-member': said('Ủy viên Hội đồng', 'Council member'),
  observer: said('Quan sát viên', 'Observer'),
  administrator: said('Quản trị hệ thống', 'Administrator'),
  'bloc-head': said('Trưởng Khối', 'Bloc head'),
  'deputy-head': said('Phó Khối', 'Deputy bloc head'),
  'group-leader': said('Trưởng nhóm', 'Group leader'),
  'bloc-member': said('Đơn vị thành viên', 'Member unit'),
};

/** What a post or duty is called. */
export const roleName = (role: Role, language: Language): string => roleWords[role][language];
