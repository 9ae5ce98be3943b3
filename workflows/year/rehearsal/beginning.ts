import { lintCycle } from '../../cycle/criteria-lint.js';
import { cycleMachine } from '../../cycle/cycle.machine.js';
import type { CycleFacts } from '../../cycle/cycle.schema.js';
import { registrationFacts } from '../../registration/registration.facts.js';
import { registrationMachine } from '../../registration/registration.machine.js';
import { REGISTRATION_EDITABLE, type RegistrationDraft } from '../../registration/registration.schema.js';
import { shortNameOf } from '../names.js';
import { part } from './part.js';
import type { RegistrationRow, Row, Stage } from './stage.js';
import { fewNames } from '../../wording.js';

function cycleFacts({ file, registrations, documents, dispatch }: Stage, now: Date): CycleFacts {
  const members = file.units.map(({ code }) => code);
  const faults = lintCycle({ ...file.cycle, members });
  const waiting = [...registrations.values()].filter(({ state }) => state !== 'accepted' && state !== 'withdrawn');
  const papers = [...documents.values()];
  const issued = papers.filter(({ state }) => state === 'issued');
  return {
    members: members.length,
    faults: faults.length,
    faultList: faults.map(({ text }) => text.vi).join(' '),
    waitingRegistrations: waiting.length,
    waitingUnits: fewNames(waiting.map(({ unitId }) => shortNameOf(file, unitId, now))),
    openDocuments: papers.filter(({ state }) => state !== 'issued').length,
    issuedDocuments: issued.length,
    unsentDocuments: dispatch?.state === 'sent' ? 0 : issued.length,
  };
}

/** The year itself: what it makes when it opens and when its registrations are compiled. */
export const cyclePart = part<Row>({
  machine: cycleMachine,
  editable: [],
  row: (stage) => stage.cycle,
  facts: (stage, _, now) => cycleFacts(stage, now),
  done: (stage, _, { type }) => {
    if (type === 'open') stage.open();
    if (type === 'compile') stage.compile();
  },
});

export const registrationPart = part<RegistrationRow>({
  machine: registrationMachine,
  editable: REGISTRATION_EDITABLE,
  row: (stage, unit) => stage.registrations.get(unit),
  facts: (stage, row, now) => registrationFacts(row, { state: stage.cycle.state, rules: stage.rules }, now),
  write: (row, told) => {
    const { aim, targets } = told as unknown as RegistrationDraft;
    Object.assign(row, { aim, targets });
  },
});
