const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Whether a text is one plain address, and nothing else: no quotes, comments, groups, lists or line breaks. What the standard
 * allows beyond that has sent mail to addresses that nobody listed (GHSA-c7w3-x93f-qmm8).
 */
export function isPlainAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const [local, labels] = [text.slice(0, at), text.slice(at + 1).split('.')];
  return at > 0 && local.length <= 64 && LOCAL.test(local) && labels.length >= 2 && labels.every((label) => LABEL.test(label));
}

/** A text for one line of a message's head: no control characters, so no header of its own. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .normalize('NFC');

/** The parts of `Name <address>` as configured. @throws Error when the address is not a plain one */
export function senderOf(configured: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^([^<>]*)<([^<>]+)>$/.exec(configured.trim()) ?? ['', '', configured.trim()];
  if (!isPlainAddress(address)) throw new Error('MAIL_FROM is not “Name <address>”');
  return { name: oneLine(name), address };
}
