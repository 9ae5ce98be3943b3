/* eslint-disable @typescript-eslint/no-explicit-any -- facts and events of every kind stand in one table; the walks make them of its own arbitraries */
/** Whether something holds of facts and event. */
export type Holds = (facts: any, event: any) => boolean;

/** One way of a model: by an event from a state to another, what must hold, and which of several ways it is. */
export interface Row {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly needs: Readonly<Record<string, Holds>>;
  readonly when?: Holds;
}

/** Ways from a state: `event → state`, with what must hold. */
export const ways = (
  from: string,
  table: Readonly<Record<string, string | readonly [to: string, needs: Row['needs'], when?: Holds]>>,
): Row[] =>
  Object.entries(table).map(([name, way]) => {
    const [to, needs = {}, when] = typeof way === 'string' ? ([way] as const) : way;
    // Several ways of one event are told apart by a number: `submit 2`.
    return { from, event: name.split(' ')[0]!, to, needs, ...(when ? { when } : {}) };
  });
