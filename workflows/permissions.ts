import { accountPermissions } from './account/account.permissions.js';
import { cyclePermissions } from './cycle/cycle.permissions.js';
import type { Permissions } from './permission.js';
import { registrationPermissions } from './registration/registration.permissions.js';

/** Every feature's permissions. Order does not matter: grants are added first, prohibitions last. */
export const permissions: readonly Permissions[] = [accountPermissions, cyclePermissions, registrationPermissions];
