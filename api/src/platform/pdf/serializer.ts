import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A number of an indirect object. */
export type Ref = number;

const perObjectStream = 200;

/** A text string of PDF: a literal where ASCII, else UTF-16BE. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Collects objects and writes them as a PDF 1.7 file with object streams and a cross-reference stream. */
export class Serializer {
  private readonly plain = new Map<Ref, string>();
  private readonly streams = new Map<Ref, { dictionary: string; content: Uint8Array }>();
  private count = 0;

  /** A number for an object that is written later. */
  ref(): Ref {
    return ++this.count;
  }

  /** @param object in PDF syntax, each character one byte */
  put(object: string, ref: Ref = this.ref()): Ref {
    this.plain.set(ref, object);
    return ref;
  }

  /** @param dictionary without brackets and Length; @param packed already deflated, or never to be (`raw`) */
  stream(dictionary: string, content: Uint8Array, packed: 'deflate' | 'deflated' | 'raw' = 'deflate'): Ref {
    const ref = this.ref();
    const bytes = packed === 'deflate' ? deflateSync(content) : content;
    const filter = packed === 'raw' ? '' : '/Filter/FlateDecode';
    this.streams.set(ref, { dictionary: `<<${dictionary}${filter}/Length ${bytes.length}>>`, content: bytes });
    return ref;
  }

  /** The file. Its identifier is a hash of its content, so that the same objects give the same bytes. */
  build(root: Ref, info: Ref): Uint8Array {
    const places = new Map<Ref, [type: 1 | 2, first: number, second: number]>();
    const packed = this.packObjects(places);
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = chunks[0]?.length ?? 0;
    const append = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
    };
    for (const [ref, { dictionary, content }] of [...this.streams, ...packed]) {
      places.set(ref, [1, length, 0]);
      append(Buffer.from(`${ref} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
      append(Buffer.from(content));
      append(Buffer.from('\nendstream\nendobj\n'));
    }
    const start = length;
    const table = this.ref();
    places.set(table, [1, start, 0]);
    const id = createHash('sha256').update(Buffer.concat(chunks)).digest('hex').slice(0, 32).toUpperCase();
    const entries = deflateSync(this.entries(places));
    const trailer = `/Type/XRef/Size ${this.count + 1}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`;
    append(Buffer.from(`${table} 0 obj\n<<${trailer}/Filter/FlateDecode/Length ${entries.length}>>\nstream\n`));
    append(entries);
    append(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
    return new Uint8Array(Buffer.concat(chunks));
  }

  private packObjects(places: Map<Ref, [1 | 2, number, number]>): Map<Ref, { dictionary: string; content: Uint8Array }> {
    const packed = new Map<Ref, { dictionary: string; content: Uint8Array }>();
    const objects = [...this.plain];
    for (let from = 0; from < objects.length; from += perObjectStream) {
      const group = objects.slice(from, from + perObjectStream);
      const container = this.ref();
      let offsets = '';
      let body = '';
      group.forEach(([ref, object], index) => {
        offsets += `${ref} ${body.length} `;
        body += `${object}\n`;
        places.set(ref, [2, container, index]);
      });
      const content = deflateSync(Buffer.from(offsets + body, 'latin1'));
      const dictionary = `<</Type/ObjStm/N ${group.length}/First ${offsets.length}/Filter/FlateDecode/Length ${content.length}>>`;
      packed.set(container, { dictionary, content });
    }
    return packed;
  }

  private entries(places: ReadonlyMap<Ref, [number, number, number]>): Uint8Array {
    const bytes = Buffer.alloc((this.count + 1) * 7);
    bytes.writeUInt16BE(65535, 5);
    for (const [ref, [type, first, second]] of places) {
      bytes.writeUInt8(type, ref * 7);
      bytes.writeUInt32BE(first, ref * 7 + 1);
      bytes.writeUInt16BE(second, ref * 7 + 5);
    }
    return bytes;
  }
}
