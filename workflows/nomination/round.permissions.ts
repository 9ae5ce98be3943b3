import { cycleOf, scope, type Permissions } from '../permission.js';

const MET = { $in: ['open', 'tied', 'decided'] } as const;

/** The bloc's secretary opens a round, the head chairs the meeting; either records which unit declined to decide, and takes it back; its members see it once it is open, the council once it is decided. */
export const roundPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => can(['read', 'open', 'recuse', 'readmit'], 'Round', cycleOf(post)),
    'bloc-head': (post, can) => can(['read', 'recuse', 'readmit', 'consent', 'count', 'settle'], 'Round', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Round', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Round', { ...cycleOf(post), state: MET }),
    'records-officer': (post, can) => can('read', 'Round', { ...cycleOf(post), state: 'decided' }),
    observer: (post, can) => can('read', 'Round', { ...cycleOf(post), state: 'decided' }),
    'council-secretary': (post, can) => can('read', 'Round', { provinceId: scope(post, 'provinceId'), state: 'decided' }),
    'council-member': (post, can) => can('read', 'Round', { provinceId: scope(post, 'provinceId'), state: 'decided' }),
  },
};
