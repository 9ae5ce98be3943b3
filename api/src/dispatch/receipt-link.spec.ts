import { randomBytes, randomUUID } from 'node:crypto';
import { linkToken, receiptOfToken } from './receipt-link.js';

const secret = randomBytes(32);
const receipt = randomUUID();
const token = linkToken(secret, receipt);

describe('the link of a letter', () => {
  it('opens its receipt, and no other', () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(receiptOfToken(secret, token)).toBe(receipt);
    expect(linkToken(secret, randomUUID())).not.toBe(token);
  });

  it('with any one bit turned opens nothing', () => {
    const bytes = Buffer.from(token, 'base64url');
    const opened = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const turned = Buffer.from(bytes);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      return receiptOfToken(secret, turned.toString('base64url'));
    });
    expect(opened.filter((found) => found !== null)).toEqual([]);
  });

  it.each([
    ['made by another installation', linkToken(randomBytes(32), receipt)],
    ['with the id alone', Buffer.from(receipt.replaceAll('-', ''), 'hex').toString('base64url')],
    ['cut short', token.slice(0, -1)],
    ['with more behind it', `${token}A`],
    ['with padding', `${token}=`],
    ['spelled otherwise: the last letter has two idle bits', token.slice(0, -1) + other(token.at(-1)!)],
    ['in the standard alphabet', `${token.slice(0, 41)}+/`],
    ['empty', ''],
    ['of letters that base64 does not know', 'ộ'.repeat(43)],
  ])('%s opens nothing', (_, wrong) => expect(receiptOfToken(secret, wrong)).toBeNull());
});

/** Another letter that decodes to the same bits at the end of a text. */
function other(last: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(last) ^ 1]!;
}
