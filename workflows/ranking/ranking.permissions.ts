import { cycleOf, scope, type Permissions } from '../permission.js';

const published = { state: 'published' } as const;

/** The bloc's secretary publishes the ranking; head and deputy see it come about, everybody else once it is published. */
export const rankingPermissions: Permissions = {
  grants: {
    'bloc-secretary': (post, can) => can(['read', 'publish'], 'Ranking', cycleOf(post)),
    'bloc-head': (post, can) => can('read', 'Ranking', cycleOf(post)),
    'deputy-head': (post, can) => can('read', 'Ranking', cycleOf(post)),
    'bloc-member': (post, can) => can('read', 'Ranking', { ...cycleOf(post), ...published }),
    'records-officer': (post, can) => can('read', 'Ranking', { ...cycleOf(post), ...published }),
    observer: (post, can) => can('read', 'Ranking', { ...cycleOf(post), ...published }),
    'council-secretary': (post, can) => can('read', 'Ranking', { provinceId: scope(post, 'provinceId'), ...published }),
    'council-member': (post, can) => can('read', 'Ranking', { provinceId: scope(post, 'provinceId'), ...published }),
  },
};
