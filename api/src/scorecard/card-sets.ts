/** All cards and sheets of the years of a page of cards, without their points: who judges whom, and how far each is. Beside the sets of years. */
export const CARD_SETS = `cards as materialized (
    select id, cycle_id, unit_id, group_id, state, self_scores from scorecard where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  sheets as materialized (
    select cycle_id, scorecard_id, rater_unit_id, state from sheet where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)))`;

/** The units that the cards of a page name: whose each is, and who judges it. */
export const CARD_UNITS = `select unit_id from page union select reviewer_unit_id from page union select verifier_unit_id from page`;
