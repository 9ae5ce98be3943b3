import { StreamableFile } from '@nestjs/common';
import type { ShownFile } from './document.file.js';

/** Letters that a header can carry; the full name goes beside it (RFC 6266). */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]|["\\]/g, '_');

/** A PDF that the browser shows in its place and keeps under its number. */
export const streamed = ({ name, bytes }: ShownFile): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `inline; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    length: bytes.byteLength,
  });
