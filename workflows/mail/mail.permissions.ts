import type { Permissions } from '../permission.js';

/** How letters leave the installation is its administrator's concern alone. */
export const mailPermissions: Permissions = {
  grants: { administrator: (_post, can) => can(['read', 'test'], 'MailSettings', {}) },
};
