import { randomBytes, randomUUID } from 'node:crypto';
import { linkToken, idOfToken } from './letter-link.js';

const secret = randomBytes(32);
const record = randomUUID();
const token = linkToken(secret, record);

describe('the link of a letter', () => {
  it('opens what it was made for, and nothing else', () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(idOfToken(secret, token)).toBe(record);
    expect(linkToken(secret, randomUUID())).not.toBe(token);
  });

  it('with any one bit turned opens nothing', () => {
    const bytes = Buffer.from(token, 'base64url');
    const opened = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const turned = Buffer.from(bytes);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      return idOfToken(secret, turned.toString('base64url'));
    });
    expect(opened.filter((found) => found !== null)).toEqual([]);
  });

  it.each([
    ['made by another installation', linkToken(randomBytes(32), record)],
    ['with the id alone', Buffer.from(record.replaceAll('-', ''), 'hex').toString('base64url')],
    ['cut short', token.slice(0, -1)],
    ['with more behind it', `${token}A`],
    ['with padding', `${token}=`],
    ['spelled otherwise: the last letter has two idle bits', token.slice(0, -1) + other(token.at(-1)!)],
    ['in the standard alphabet', `${token.slice(0, 41)}+/`],
    ['empty', ''],
    ['of letters that base64 does not know', 'ộ'.repeat(43)],
  ])('%s opens nothing', (_, wrong) => expect(idOfToken(secret, wrong)).toBeNull());
});

/** Another letter that decodes to the same bits at the end of a text. */
function other(last: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(last) ^ 1]!;
}
