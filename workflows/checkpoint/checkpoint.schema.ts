import { z } from 'zod';
import { seen } from '../record.js';
import type { BlocRevision } from '../unit/unit.schema.js';

/** Where the day's checkpoint of a bloc is written to; null: to nobody. */
export const CheckpointAddress = z.strictObject({ ...seen, address: z.email().max(254).toLowerCase().nullable() });
export type CheckpointAddress = z.infer<typeof CheckpointAddress>;

/** The address as it stands, with the version of the bloc that a change must carry. */
export const CheckpointAddressView = z.object({ id: z.uuid(), version: z.int(), address: z.string().nullable() });
export type CheckpointAddressView = z.infer<typeof CheckpointAddressView>;

/** A bloc is headed otherwise, or its checkpoints are written to another address. */
export type BlocEvent = BlocRevision | (CheckpointAddress & { readonly type: 'address-checkpoints' });
