import type { IconName } from './icon-paths.js';

/** How a state looks: nine looks for all records (tokens.css 5). A state is icon and word and colour. */
export type Look = 'draft' | 'waiting' | 'acting' | 'returned' | 'done' | 'locked' | 'sealed' | 'late' | 'honour';

/** The icon of each look. */
export const LOOK_ICONS: Readonly<Record<Look, IconName>> = {
  draft: 'edit_note',
  waiting: 'hourglass_top',
  acting: 'draw',
  returned: 'undo',
  done: 'check',
  locked: 'lock',
  sealed: 'enhanced_encryption',
  late: 'alarm',
  honour: 'workspace_premium',
};

/** The look of each record's states; one line for a feature. A state without a look is drawn as a plain waiting one. */
export const STATE_LOOKS: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
  Person: { active: 'done', left: 'locked', erased: 'locked' },
  Unit: { active: 'done', ended: 'locked' },
  Cycle: { draft: 'draft', open: 'acting', compiled: 'waiting', closed: 'locked' },
  Registration: { draft: 'draft', submitted: 'waiting', accepted: 'done', returned: 'returned', withdrawn: 'draft' },
  Scorecard: { self: 'acting', peer: 'sealed', open: 'acting', reviewed: 'waiting', verified: 'locked', excluded: 'locked' },
  Sheet: { draft: 'draft', submitted: 'done', recused: 'locked' },
  Ranking: { open: 'acting', published: 'locked' },
  Round: { draft: 'draft', open: 'acting', decided: 'done', tied: 'returned' },
  Section: { draft: 'draft', submitted: 'waiting', accepted: 'done', returned: 'returned' },
  Report: { draft: 'draft', frozen: 'locked' },
  Document: {
    draft: 'draft',
    proposed: 'waiting',
    returned: 'returned',
    checked: 'waiting',
    prepared: 'acting',
    signing: 'waiting',
    signed: 'done',
    issued: 'locked',
  },
  Dispatch: { draft: 'draft', sent: 'done' },
  Receipt: { waiting: 'waiting', confirmed: 'done' },
  Delivery: { queued: 'acting', accepted: 'waiting', refused: 'late', failed: 'late' },
};
