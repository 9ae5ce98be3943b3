/** Primaries and white of sRGB adapted to D50 (IEC 61966-2-1, ICC.1:2001), as XYZ. */
const white = [0.9642, 1, 0.8249];
const primaries = { rXYZ: [0.43607, 0.22249, 0.01392], gXYZ: [0.38515, 0.71687, 0.09708], bXYZ: [0.14307, 0.06061, 0.7141] };

const fixed = (value: number) => Math.round(value * 65536);

function xyz(values: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  values.forEach((value, index) => tag.writeInt32BE(fixed(value), 8 + 4 * index));
  return tag;
}

function curve(): Buffer {
  const points = 1024;
  const tag = Buffer.alloc(12 + 2 * points);
  tag.write('curv', 'latin1');
  tag.writeUInt32BE(points, 8);
  for (let i = 0; i < points; i++) {
    const x = i / (points - 1);
    const light = x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    tag.writeUInt16BE(Math.round(light * 65535), 12 + 2 * i);
  }
  return tag;
}

/** Version 2 `desc` with ASCII only; the Unicode and Mac parts are empty but must be there. */
function description(text: string): Buffer {
  const tag = Buffer.alloc(12 + text.length + 1 + 4 + 4 + 2 + 1 + 67);
  tag.write('desc', 'latin1');
  tag.writeUInt32BE(text.length + 1, 8);
  tag.write(text, 12, 'latin1');
  return tag;
}

const plainText = (text: string) => Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${text}\0`, 'latin1')]);

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1].forEach((part, index) => bytes.writeUInt16BE(part, 24 + 2 * index));
  bytes.write('acsp', 36, 'latin1');
  white.forEach((value, index) => bytes.writeInt32BE(fixed(value), 68 + 4 * index));
  return bytes;
}

/** An sRGB profile (ICC version 2) computed from the published constants: no file and no licence to carry. */
export function srgb(): Uint8Array {
  const tone = curve();
  const tags: [string, Buffer][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', plainText('No copyright, use freely')],
    ['wtpt', xyz(white)],
    ...Object.entries(primaries).map(([name, values]): [string, Buffer] => [name, xyz(values)]),
    ['rTRC', tone],
    ['gTRC', tone],
    ['bTRC', tone],
  ];
  const directory = Buffer.alloc(4 + 12 * tags.length);
  directory.writeUInt32BE(tags.length, 0);
  const contents: Buffer[] = [];
  let offset = 128 + directory.length;
  let shared = 0;
  tags.forEach(([name, tag], index) => {
    const entry = 4 + 12 * index;
    const known = tag === tone && shared > 0;
    if (tag === tone && !shared) shared = offset;
    directory.write(name, entry, 'latin1');
    directory.writeUInt32BE(known ? shared : offset, entry + 4);
    directory.writeUInt32BE(tag.length, entry + 8);
    if (known) return;
    const padded = Buffer.concat([tag, Buffer.alloc((4 - (tag.length % 4)) % 4)]);
    contents.push(padded);
    offset += padded.length;
  });
  return new Uint8Array(Buffer.concat([header(offset), directory, ...contents]));
}
