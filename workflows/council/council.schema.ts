import { z } from 'zod';
import { CYCLE_STATES } from '../cycle/cycle.schema.js';
import { RECEIPT_STATES } from '../dispatch/dispatch.schema.js';
import { Page, PageQuery } from '../page.js';
import { Day } from '../record.js';

/** A bloc of a province with its newest year, for whoever reads all of them. */
export const ProvinceBloc = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  /** The newest year that the reader may see; null where there is none. */
  year: z.int().nullable(),
  state: z.enum(CYCLE_STATES).nullable(),
  /** The step that an open year has come to by its calendar, its last day, and the days left; null where none is to come. */
  step: z.object({ name: z.string(), due: Day, daysLeft: z.int() }).nullable(),
  /** Of that year: what council and standing body were sent, and how much of it waits to be confirmed; null for whoever may not know. */
  receipts: z.int().nullable(),
  waiting: z.int().nullable(),
});
export type ProvinceBloc = z.infer<typeof ProvinceBloc>;

/** The blocs of a province, by name; of each the rules of a year are read, which are long, so a page holds fewer than other lists. */
export const ProvinceBlocQuery = z.strictObject({
  after: PageQuery.shape.after,
  limit: z.coerce.number().int().min(1).max(15).default(15),
});
export type ProvinceBlocQuery = z.infer<typeof ProvinceBlocQuery>;
export const ProvinceBlocList = Page(ProvinceBloc);

/** What a bloc of the province sent to council or standing body. */
export const ProvinceReceipt = z.object({
  id: z.uuid(),
  state: z.enum(RECEIPT_STATES),
  blocSlug: z.string(),
  blocName: z.string(),
  year: z.int(),
  recipientName: z.string(),
  /** The numbers of the papers that came along. */
  numbers: z.array(z.string()),
  sentAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: z.string().nullable(),
  incomingNumber: z.string().nullable(),
  incomingDate: Day.nullable(),
});
export type ProvinceReceipt = z.infer<typeof ProvinceReceipt>;

/** The receipts of a province, newest first; a row costs more to read than in other lists, so a page holds fewer. */
export const ProvinceReceiptQuery = z.strictObject({
  after: PageQuery.shape.after,
  limit: z.coerce.number().int().min(1).max(15).default(15),
  state: z.enum(RECEIPT_STATES).optional(),
});
export type ProvinceReceiptQuery = z.infer<typeof ProvinceReceiptQuery>;
export const ProvinceReceiptList = Page(ProvinceReceipt);
