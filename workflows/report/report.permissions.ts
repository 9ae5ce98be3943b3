import { cycleOf, type Permissions } from '../permission.js';

/** Secretary and head write the head's own parts; the head freezes the whole. Members read it once it is frozen; all others read the document. */
export const reportPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => can(['read', 'edit'], 'Report', cycleOf(post)),
    'bloc-head': (post, can) => can(['read', 'edit', 'freeze', 'reopen'], 'Report', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Report', cycleOf(post)),
    'records-officer': (post, can) => can('read', 'Report', { ...cycleOf(post), state: 'frozen' }),
    'bloc-member': (post, can) => can('read', 'Report', { ...cycleOf(post), state: 'frozen' }),
  },
};
