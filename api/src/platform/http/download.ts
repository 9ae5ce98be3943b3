import { StreamableFile } from '@nestjs/common';

/** Letters that plain ASCII cannot hold, without their marks: a name for programs that read nothing else. */
const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.()-]+/g, '-');

/** A name as RFC 8187 writes it in a header. */
const encoded = (text: string): string =>
  encodeURIComponent(text.normalize('NFC')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const file = (way: 'attachment' | 'inline', bytes: Uint8Array, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: `${way}; filename="${ascii(name)}"; filename*=UTF-8''${encoded(name)}`,
  });

/** A file that the browser saves. */
export const saved = (bytes: Uint8Array, type: string, name: string): StreamableFile => file('attachment', bytes, type, name);

/** A file that the browser shows where it can; saved, it bears this name. */
export const shown = (bytes: Uint8Array, type: string, name: string): StreamableFile => file('inline', bytes, type, name);
