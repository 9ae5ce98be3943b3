import { accountPermissions } from './account/account.permissions.js';
import { cyclePermissions } from './cycle/cycle.permissions.js';
import { roundPermissions } from './nomination/round.permissions.js';
import type { Permissions } from './permission.js';
import { rankingPermissions } from './ranking/ranking.permissions.js';
import { registrationPermissions } from './registration/registration.permissions.js';
import { scorecardPermissions } from './scorecard/scorecard.permissions.js';
import { sheetPermissions } from './scorecard/sheet.permissions.js';

/** Every feature's permissions. Order does not matter: grants are added first, prohibitions last. */
export const permissions: readonly Permissions[] = [
  accountPermissions,
  cyclePermissions,
  registrationPermissions,
  scorecardPermissions,
  sheetPermissions,
  rankingPermissions,
  roundPermissions,
];
