import type { AnyStateMachine } from 'xstate';
import { blocMachine } from './checkpoint/bloc.machine.js';
import { cycleMachine } from './cycle/cycle.machine.js';
import { dispatchMachine } from './dispatch/dispatch.machine.js';
import { receiptMachine } from './dispatch/receipt.machine.js';
import { roundMachine } from './nomination/round.machine.js';
import { rankingMachine } from './ranking/ranking.machine.js';
import { documentMachine } from './register/document.machine.js';
import { personMachine } from './person/person.machine.js';
import { registrationMachine } from './registration/registration.machine.js';
import { reportMachine } from './report/report.machine.js';
import { sectionMachine } from './report/section.machine.js';
import { scorecardMachine } from './scorecard/scorecard.machine.js';
import { sheetMachine } from './scorecard/sheet.machine.js';
import { substitutionMachine } from './substitution/substitution.machine.js';
import { provinceMachine, unitMachine } from './unit/unit.machine.js';

/**
 * The version of the machines that a year is set up with; a shipped transition never changes under a running year. A version that only
 * adds to the one before carries the years of both: what a year knew when it was set up leads where it led. 2 adds recusals, taking
 * them back, and taking a unit out of the ranking; 3 adds reminders.
 */
export const MACHINE_VERSION = 3;

/** Every machine of the product by its table. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
  province: provinceMachine,
  unit: unitMachine,
  person: personMachine,
  bloc: blocMachine,
  cycle: cycleMachine,
  registration: registrationMachine,
  scorecard: scorecardMachine,
  sheet: sheetMachine,
  ranking: rankingMachine,
  round: roundMachine,
  section: sectionMachine,
  report: reportMachine,
  document: documentMachine,
  dispatch: dispatchMachine,
  receipt: receiptMachine,
  substitution: substitutionMachine,
};
