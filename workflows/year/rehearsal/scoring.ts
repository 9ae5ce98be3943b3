import { unmetNeeds } from '../../advance.js';
import { faultsOf } from '../../scorecard/points.js';
import { isSealed, scorecardFacts, sheetFacts } from '../../scorecard/scorecard.facts.js';
import { scorecardMachine } from '../../scorecard/scorecard.machine.js';
import { SCORECARD_EDITABLE } from '../../scorecard/scorecard.schema.js';
import { agreedByLeader, official, type ItemPoints } from '../../scorecard/scoring.js';
import { sheetEditNeed, sheetMachine } from '../../scorecard/sheet.machine.js';
import { SHEET_EDITABLE, type SheetFacts } from '../../scorecard/sheet.schema.js';
import { part, type Told } from './part.js';
import type { CardRow, SheetRow, Stage } from './stage.js';

const scoresOf = (told: Told): readonly ItemPoints[] => (told.scores as readonly ItemPoints[] | undefined) ?? [];
const wrong = (stage: Stage, told: Told) => faultsOf(stage.rules.criteria, scoresOf(told));

/** The submitted sheets on a card; under seal none is read. */
const peersOf = (stage: Stage, card: CardRow) =>
  isSealed(card.state)
    ? []
    : stage
        .sheetsOn(card.unitId)
        .filter(({ state }) => state === 'submitted')
        .map(({ scores }) => scores);

/** The cards whose seals open together. */
const groupOf = (stage: Stage, { groupId }: CardRow): CardRow[] => [...stage.cards.values()].filter((card) => card.groupId === groupId);

function cardFacts(stage: Stage, card: CardRow, now: Date) {
  const pending = groupOf(stage, card)
    .flatMap(({ unitId }) => stage.sheetsOn(unitId))
    .filter(({ state }) => state !== 'submitted').length;
  // A year file tells of no unit that ends; one that withdrew has no card.
  return scorecardFacts(
    { ...card, gone: false },
    { sheets: stage.sheetsOn(card.unitId).length, pending, peers: peersOf(stage, card) },
    stage.rules,
    now,
  );
}

/** The official points of a card. */
export const officialOf = (stage: Stage, card: CardRow) =>
  official(stage.rules, { peers: peersOf(stage, card), leader: card.leaderScores, bloc: card.blocScores });

/** Opens the seal of a card if it is time, as the program does by itself. */
export function unseal(stage: Stage, card: CardRow, now: Date): void {
  if (card.state !== 'peer') return;
  if (unmetNeeds(scorecardMachine, card.state, cardFacts(stage, card, now), { type: 'unseal' }).length === 0) card.state = 'open';
}

export const scorecardPart = part<CardRow>({
  machine: scorecardMachine,
  editable: SCORECARD_EDITABLE,
  row: (stage, unit) => stage.cards.get(unit),
  facts: (stage, card, now) => cardFacts(stage, card, now),
  wrong,
  write: (card, told) => Object.assign(card, { selfScores: scoresOf(told) }),
  done: (stage, card, told, { personId }) => {
    if (told.type === 'review') {
      card.leaderScores = agreedByLeader(stage.rules, card.selfScores, peersOf(stage, card), scoresOf(told));
      card.reviewedBy = personId;
    }
    if (told.type === 'verify') card.blocScores = scoresOf(told);
  },
});

export const sheetPart = part<SheetRow>({
  machine: sheetMachine,
  editable: SHEET_EDITABLE,
  editNeed: (facts) => sheetEditNeed(facts as SheetFacts),
  row: (stage, name) => stage.sheets.get(name),
  facts: (stage, sheet, now) => {
    const stateOf = (unit: string) => stage.cards.get(unit)?.state ?? 'self';
    return sheetFacts(sheet.scores, { cardState: stateOf(sheet.unitId), raterState: stateOf(sheet.raterUnitId) }, stage.rules, now);
  },
  wrong,
  write: (sheet, told) => Object.assign(sheet, { scores: scoresOf(told) }),
  done: (stage, sheet, _, { now }) => {
    const rated = stage.cards.get(sheet.unitId);
    for (const card of rated ? groupOf(stage, rated) : []) unseal(stage, card, now);
  },
});
