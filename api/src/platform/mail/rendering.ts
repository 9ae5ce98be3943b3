import type { Letter } from '@thidua/workflows/letter';
import { oneLine } from './address.js';

/** What the mailer adds to a letter. */
export interface Envelope {
  readonly recipientName: string;
  /** The letter's one link. */
  readonly link: string;
  readonly linkText: string;
  /** Development: every letter says that nothing in it is real. */
  readonly sample: boolean;
}

/** A letter as it is sent, in its two forms with the same words. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SAMPLE = 'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ';
const FOOT = 'Thư do chương trình Thi Đua gửi tự động; xin không trả lời thư này.';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text inside HTML: what people typed stays text. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** Control characters but line breaks and tabs have no place in a letter. */
const plain = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, ' ').normalize('NFC');

/** Writes a letter as plain text and as HTML without remote content: greeting, paragraphs, one link, foot. */
export function renderLetter(letter: Letter, envelope: Envelope): Rendered {
  const greeting = `Kính gửi: ${oneLine(envelope.recipientName)}`;
  const paragraphs = letter.paragraphs.map(plain);
  const notice = envelope.sample ? [SAMPLE] : [];
  return {
    subject: oneLine(envelope.sample ? `[BẢN MẪU] ${letter.subject}` : letter.subject),
    text: [...notice, greeting, ...paragraphs, `${envelope.linkText}:\n${envelope.link}`, `--\n${FOOT}`].join('\n\n').concat('\n'),
    html: page([
      ...notice.map((text) => `<p style="margin:0 0 16px;padding:8px 12px;background:#fff3cd;color:#4a3b00;font-weight:bold">${text}</p>`),
      `<p>${escapeHtml(greeting)}</p>`,
      ...paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`),
      `<p style="margin:24px 0"><a href="${escapeHtml(envelope.link)}" style="display:inline-block;padding:12px 20px;background:#0e566e;color:#ffffff;text-decoration:none;border-radius:6px">${escapeHtml(envelope.linkText)}</a></p>`,
      `<p style="margin-top:32px;color:#555;font-size:14px">${FOOT}</p>`,
    ]),
  };
}

const page = (parts: readonly string[]): string =>
  `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1b1b1b;font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif"><div style="max-width:640px;margin:0 auto">
${parts.join('\n')}
</div></body></html>
`;
