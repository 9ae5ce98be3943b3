import { cycleOf, scope, type Permissions } from '../permission.js';

/**
 * The records officer sends; head, deputy and secretary follow; the council sees what was sent to it and confirms for its standing body.
 * `Council` is no record but the council's page: what the bloc sent, in one place.
 */
export const dispatchPermissions: Permissions = {
  grants: {
    'records-officer': (post, can) => {
      can(['create', 'read', 'send', 'resend'], 'Dispatch', cycleOf(post));
      can('read', 'Receipt', cycleOf(post));
    },
    'bloc-secretary': (post, can) => {
      can('read', 'Dispatch', cycleOf(post));
      can('read', 'Receipt', cycleOf(post));
    },
    'bloc-head': (post, can) => {
      can('read', 'Dispatch', cycleOf(post));
      can('read', 'Receipt', cycleOf(post));
    },
    'deputy-head': (post, can) => {
      can('read', 'Dispatch', cycleOf(post));
      can('read', 'Receipt', cycleOf(post));
    },
    'unit-head': (post, can) => can(['read', 'confirm'], 'Receipt', { unitId: scope(post, 'unitId') }),
    'unit-deputy': (post, can) => can(['read', 'confirm'], 'Receipt', { unitId: scope(post, 'unitId') }),
    'unit-officer': (post, can) => can(['read', 'confirm'], 'Receipt', { unitId: scope(post, 'unitId') }),
    'council-secretary': (post, can) => {
      can('read', 'Dispatch', { provinceId: scope(post, 'provinceId'), state: 'sent' });
      can(['read', 'confirm'], 'Receipt', { provinceId: scope(post, 'provinceId'), kind: { $in: ['council', 'board'] } });
      can('read', 'Council', { provinceId: scope(post, 'provinceId') });
    },
    'council-member': (post, can) => {
      can('read', 'Dispatch', { provinceId: scope(post, 'provinceId'), state: 'sent' });
      can('read', 'Receipt', { provinceId: scope(post, 'provinceId'), kind: { $in: ['council', 'board'] } });
      can('read', 'Council', { provinceId: scope(post, 'provinceId') });
    },
  },
  // The bearer of a letter's link; which receipt it is stands in the link itself.
  recipient: (can) => can(['read', 'confirm'], 'Receipt', {}),
};
