/** One element of DER: its tag, its content, and itself whole. */
export interface Der {
  tag: number;
  content: Uint8Array;
  whole: Uint8Array;
}

/** Universal tags that a signature is made of. */
export const tags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31, context0: 0xa0 } as const;

/** Reads the first element; what follows it is left alone. @throws RangeError for anything that is not definite-length DER */
export function readDer(bytes: Uint8Array): Der {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('not DER');
  let length = first;
  let header = 2;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new RangeError('DER length');
    length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
    header += count;
  }
  if (header + length > bytes.length) throw new RangeError('DER ends too early');
  return { tag, content: bytes.subarray(header, header + length), whole: bytes.subarray(0, header + length) };
}

/** The elements inside one. @throws RangeError when they do not fill it exactly */
export function children(parent: Der): Der[] {
  const made: Der[] = [];
  for (let rest = parent.content; rest.length;) {
    const child = readDer(rest);
    made.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return made;
}

/** The child at a place. @throws RangeError when it is missing or has another tag */
export function child(parent: Der, index: number, tag: number): Der {
  const found = children(parent)[index];
  if (found?.tag !== tag) throw new RangeError(`DER element ${index} is not ${tag.toString(16)}`);
  return found;
}

/** `1.2.840.113549.1.7.2` */
export function oidOf(element: Der): string {
  const [first = 0, ...rest] = element.content;
  const arcs = [Math.floor(first / 40), first % 40];
  let value = 0;
  for (const byte of rest) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  if (first >= 80) arcs.splice(0, 2, 2, first - 80);
  return arcs.join('.');
}

export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
