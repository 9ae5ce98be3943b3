import type { Config } from '../config/config.js';

/** What a document may load and who may frame it; nobody frames a page, and no script stands in one. */
const policy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');

/** Of our pages and their files: styles come from files, or bear the nonce of this answer. */
export const pagePolicy = (nonce?: string): string => policy(nonce ? `'self' 'nonce-${nonce}'` : "'self'");

/** Of what the API answers: a browser's own view of a PDF and the page that describes the API bring styles in their text. */
const ANSWER_POLICY = policy("'self' 'unsafe-inline'");

/** Of a letter in the development mailbox: shown in a frame of ours, where no script runs and nothing is loaded. */
export const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const FIXED: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The headers of every answer at this address. @param build of the web that is served beside the API */
export function headersFor(url: string, { publicUrl }: Config, build: string | null = null): Readonly<Record<string, string>> {
  const api = url.startsWith('/api/');
  return {
    ...FIXED,
    'content-security-policy': api ? ANSWER_POLICY : pagePolicy(),
    ...(api ? { 'cache-control': 'no-store' } : {}),
    ...(api && build ? { 'x-thidua-build': build } : {}),
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
