import type { Permissions } from '../permission.js';

/** Which keys sign, and until when, is told to the administrator; nobody reads a key itself. */
export const keyPermissions: Permissions = {
  grants: { administrator: (_post, can) => can('read', 'SigningKey', {}) },
};
