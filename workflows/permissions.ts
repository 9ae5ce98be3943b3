import { checkpointPermissions } from './checkpoint/checkpoint.permissions.js';
import { cyclePermissions } from './cycle/cycle.permissions.js';
import { mailPermissions } from './mail/mail.permissions.js';
import { roundPermissions } from './nomination/round.permissions.js';
import type { Permissions } from './permission.js';
import { personPermissions } from './person/person.permissions.js';
import { dispatchPermissions } from './dispatch/dispatch.permissions.js';
import { rankingPermissions } from './ranking/ranking.permissions.js';
import { documentPermissions } from './register/document.permissions.js';
import { registrationPermissions } from './registration/registration.permissions.js';
import { reportPermissions } from './report/report.permissions.js';
import { sectionPermissions } from './report/section.permissions.js';
import { keyPermissions } from './signature/keys.permissions.js';
import { scorecardPermissions } from './scorecard/scorecard.permissions.js';
import { sheetPermissions } from './scorecard/sheet.permissions.js';
import { unitPermissions } from './unit/unit.permissions.js';

/** Every feature's permissions. Order does not matter: grants are added first, prohibitions last. */
export const permissions: readonly Permissions[] = [
  unitPermissions,
  personPermissions,
  mailPermissions,
  checkpointPermissions,
  cyclePermissions,
  registrationPermissions,
  scorecardPermissions,
  sheetPermissions,
  rankingPermissions,
  roundPermissions,
  sectionPermissions,
  reportPermissions,
  documentPermissions,
  dispatchPermissions,
  keyPermissions,
];
