import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const CODE_BYTES = 16;

/** The code that proves that this installation made the link. */
const codeOf = (secret: Buffer, id: Buffer): Buffer => createHmac('sha256', secret).update(id).digest().subarray(0, CODE_BYTES);

/** The last part of a letter's link: the id of what it opens and a code of 128 bits over it, base64url without padding. */
export function linkToken(secret: Buffer, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, codeOf(secret, bytes)]).toString('base64url');
}

/** The id that a link was made for, or null when this installation did not make it. One text only opens each id. */
export function idOfToken(secret: Buffer, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + CODE_BYTES || bytes.toString('base64url') !== token) return null;
  const [id, code] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  return timingSafeEqual(codeOf(secret, id), code) ? uuidOf(id) : null;
}

const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
