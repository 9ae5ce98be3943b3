import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const CODE_BYTES = 16;

/** The code that proves that this installation made the link. */
const codeOf = (secret: Buffer, id: Buffer): Buffer => createHmac('sha256', secret).update(id).digest().subarray(0, CODE_BYTES);

/** The last part of a letter's link: the receipt's id and a code of 128 bits over it, base64url without padding. */
export function linkToken(secret: Buffer, receiptId: string): string {
  const id = Buffer.from(receiptId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, codeOf(secret, id)]).toString('base64url');
}

/** The receipt that a link was made for, or null when this installation did not make it. One text only opens each receipt. */
export function receiptOfToken(secret: Buffer, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + CODE_BYTES || bytes.toString('base64url') !== token) return null;
  const [id, code] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  return timingSafeEqual(codeOf(secret, id), code) ? uuidOf(id) : null;
}

const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
