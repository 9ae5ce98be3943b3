import { blocMachine } from '@thidua/workflows/checkpoint/bloc.machine';
import type { BlocEvent } from '@thidua/workflows/checkpoint/checkpoint.schema';
import { procedure, type RecordRow } from '../platform/door/procedure.js';

/** A row of `bloc`. */
export interface BlocRow extends RecordRow {
  readonly checkpointAddress: string | null;
}

export const blocProcedure = procedure<BlocRow, object, BlocEvent>({
  kind: 'Bloc',
  table: 'bloc',
  machine: blocMachine,
  facts: 'select id from bloc where bloc_id = $1 and id = any($2)',
  set: ({ event }) => ({ checkpointAddress: event.address }),
  // An address may be a person's, so the journal keeps that it was given or taken away, by whom and when.
  entry: ({ event }) => ({ address: event.address === null ? 'removed' : 'given' }),
});
