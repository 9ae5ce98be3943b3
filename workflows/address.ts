import { z } from 'zod';
import { said } from './wording.js';

/** Where pages of the program begin in the browser: no province and no bloc may lie there, since its own page could not be reached. */
export const PAGE_ADDRESSES: ReadonlySet<string> = new Set([
  'account',
  'administration',
  'council',
  'first-administrator',
  'forgotten',
  'gallery',
  'handbook',
  'keys',
  'mail',
  'mailbox',
  'password',
  'receipt',
  'sign-in',
  'work',
]);

const TAKEN = said(
  'Địa chỉ này là của một trang của hệ thống; chọn địa chỉ khác.',
  'This is the address of a page of the system; choose another.',
);

/** A short name for addresses and codes: small letters, digits and single hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

/** The address that a new province or bloc gets; it never changes. */
export const NewAddress = Slug.refine((slug) => !PAGE_ADDRESSES.has(slug), { params: { said: TAKEN } });
