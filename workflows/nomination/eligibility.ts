import { formatPoints, parsePoints } from '../centipoints.js';
import type { CycleRules } from '../cycle/rules.schema.js';
import type { Aim } from '../registration/registration.schema.js';
import { fill, said, type Filling, type Language, type Said } from '../wording.js';

/** A unit as a round weighs it: where it stands, what it registered, what it has already. */
export interface Entrant {
  readonly unitId: string;
  readonly rank: number;
  readonly total: number;
  readonly aim: Aim | null;
  readonly registration: string;
  readonly blocRole: 'head' | 'deputy' | null;
  readonly leads: boolean;
  /** The unit has a seat in an earlier round of the year. */
  readonly awarded: boolean;
}

const REASONS = {
  withdrawn: said('Đã rút đăng ký.', 'The registration was withdrawn.'),
  unregistered: said('Không đăng ký danh hiệu này.', 'Did not register for this title.'),
  another: said('Đăng ký {registered}, không đăng ký {title}.', 'Registered for {registered}, not for {title}.'),
  lower: said(
    'Đăng ký {registered}; được đề nghị danh hiệu thấp hơn nếu nêu lý do (quy tắc của năm).',
    'Registered for {registered}; may be nominated for a lower title with a reason (rule of the year).',
  ),
  below: said('Tổng điểm {total}, dưới mức tối thiểu {minimum}.', 'Total {total}, below the minimum of {minimum}.'),
  awarded: said('Đã được suy tôn ở danh hiệu trước.', 'Nominated for an earlier title already.'),
} as const satisfies Readonly<Record<string, Said>>;

/** Why a unit is or is not eligible: a name for programs, and what fills its sentence; a number is points. */
export interface EligibilityReason {
  readonly code: keyof typeof REASONS;
  readonly filling: Readonly<Record<string, string | number>>;
}

/** Duties of a unit that the meeting must know of; a conflict is shown, it excludes nobody. */
export type Conflict = 'head' | 'deputy' | 'leader';

const CONFLICTS: Readonly<Record<Conflict, Said>> = {
  head: said('Đơn vị Trưởng Khối', 'Heads the bloc'),
  deputy: said('Đơn vị Phó Khối', 'Deputy head of the bloc'),
  leader: said('Đơn vị trưởng nhóm', 'Leads a group'),
};

/** Whether a unit may be nominated for a title; `lower`: only with a reason, since it registered for a higher one. */
export interface Eligibility {
  readonly eligible: boolean;
  readonly lower: boolean;
  readonly reasons: readonly EligibilityReason[];
  readonly conflicts: readonly Conflict[];
}

/** What a title or level is called in a sentence; a code that the year's rules no longer know stands for itself. */
function aimShortName({ kind, code }: Aim, { titles, completionLevels }: CycleRules): string {
  if (kind === 'title') return titles.find((title) => title.code === code)?.shortName ?? code;
  return completionLevels.find((level) => level.code === code)?.name ?? code;
}

function registered(
  entrant: Entrant,
  title: string,
  rules: CycleRules,
): { fits: boolean; lower: boolean; reason: EligibilityReason | null } {
  if (entrant.registration !== 'accepted' || !entrant.aim) {
    return {
      fits: false,
      lower: false,
      reason: { code: entrant.registration === 'withdrawn' ? 'withdrawn' : 'unregistered', filling: {} },
    };
  }
  const codes = rules.titles.map(({ code }) => code);
  const aimed = entrant.aim.kind === 'title' ? codes.indexOf(entrant.aim.code) : -1;
  if (aimed === codes.indexOf(title)) return { fits: true, lower: false, reason: null };
  const lower = aimed >= 0 && aimed < codes.indexOf(title) && rules.nomination.lowerTitleWithReason;
  const names = { registered: aimShortName(entrant.aim, rules), title: aimShortName({ kind: 'title', code: title }, rules) };
  if (!lower) return { fits: false, lower: false, reason: { code: 'another', filling: names } };
  return { fits: true, lower: true, reason: { code: 'lower', filling: { registered: names.registered } } };
}

/**
 * Whether a unit may be nominated for a title of the year, and every reason why or why not. Titles stand highest first in the rules.
 * Source: domain.md 2.4 and 10 (7); the 2020 report: a unit that registered for the flag received the certificate.
 */
export function eligibility(entrant: Entrant, title: string, rules: CycleRules): Eligibility {
  const { exclusive, minimumTotal } = rules.nomination;
  const { fits, lower, reason } = registered(entrant, title, rules);
  const below = entrant.total < minimumTotal;
  const taken = exclusive && entrant.awarded;
  const reasons: EligibilityReason[] = [
    ...(reason ? [reason] : []),
    ...(below ? [{ code: 'below' as const, filling: { total: entrant.total, minimum: minimumTotal } }] : []),
    ...(taken ? [{ code: 'awarded' as const, filling: {} }] : []),
  ];
  const conflicts: Conflict[] = [...(entrant.blocRole ? [entrant.blocRole] : []), ...(entrant.leads ? (['leader'] as const) : [])];
  return { eligible: fits && !below && !taken, lower, reasons, conflicts };
}

/** Points as the language writes them; rounds that were opened in 2026 keep them as they are written in Vietnamese. */
function pointsIn(kept: string | number, language: Language): string {
  const points = typeof kept === 'number' ? kept : parsePoints(kept);
  return points === null ? String(kept) : formatPoints(points, language);
}

/** A reason in words. */
export function reasonInWords({ code, filling }: EligibilityReason, language: Language): string {
  if (code !== 'below') return fill(REASONS[code], language, filling as Filling);
  const written = Object.entries(filling).map(([name, points]) => [name, pointsIn(points, language)]);
  return fill(REASONS[code], language, Object.fromEntries(written) as Filling);
}

/** A conflict in words. */
export const conflictInWords = (conflict: Conflict, language: Language): string => CONFLICTS[conflict][language];
