import { blocMachine } from '@thidua/workflows/checkpoint/bloc.machine';
import type { BlocEvent } from '@thidua/workflows/checkpoint/checkpoint.schema';
import type { BlocRecord } from '@thidua/workflows/unit/unit.schema';
import { procedure, type RecordRow } from '../platform/door/procedure.js';

/** How a bloc is called and how its papers are headed. */
export type Heading = Omit<BlocRecord, 'id' | 'version' | 'state' | 'actions' | 'slug'>;

/** A row of `bloc`. */
export interface BlocRow extends RecordRow, Heading {
  readonly slug: string;
  readonly checkpointAddress: string | null;
}

/** The heading alone, of a row or of an event. */
export const headingOf = ({ name, shortName, nameEn, symbol, place, superior, issuerLines }: Heading): Heading => ({
  name,
  shortName,
  nameEn,
  symbol,
  place,
  superior,
  issuerLines,
});

export const blocProcedure = procedure<BlocRow, object, BlocEvent>({
  kind: 'Bloc',
  table: 'bloc',
  machine: blocMachine,
  facts: 'select id from bloc where bloc_id = $1 and id = any($2)',
  set: ({ event }) =>
    event.type === 'revise'
      ? { ...headingOf(event), issuerLines: JSON.stringify(event.issuerLines) }
      : { checkpointAddress: event.address },
  // An address may be a person's, so the journal keeps that it was given or taken away, by whom and when.
  entry: ({ event, record }) =>
    event.type === 'revise'
      ? { before: headingOf(record), after: headingOf(event) }
      : { address: event.address === null ? 'removed' : 'given' },
});
