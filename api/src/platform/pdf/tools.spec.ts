import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, makeSigner } from './certificate.js';
import { banner, sampleMeta, sampleMinutes, sampleReport, sampleUnits } from './samples.js';
import { signVisible } from './sign.js';
import { render } from './writer.js';

/** Programs of others that judge our files. Where one is not installed, its tests stand in the list as skipped, by its name. */
const folder = mkdtempSync(join(tmpdir(), 'thidua-pdf-'));
const at = (name: string) => join(folder, name);
const installed = (tool: string, ...version: string[]) => !spawnSync(tool, version).error;
const run = (tool: string, ...rest: string[]) => {
  const { stdout, stderr, status } = spawnSync(tool, rest, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { text: stdout, errors: stderr, status };
};
/** A test that needs programs: run when all are there, else skipped under their names, and said aloud. */
function needs(tools: string[], promise: string, test: () => void): void {
  const missing = tools.filter((tool) => !installed(tool, '-v'));
  if (missing.length) process.stderr.write(`SKIPPED, ${missing.join(' and ')} not installed: ${promise}\n`);
  (missing.length ? it.skip : it)(`${promise} (${tools.join(', ')})`, test);
}

beforeAll(async () => {
  const now = new Date();
  const organisation = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh';
  const authority = await makeAuthority(now);
  const head = await makeSigner(authority, { name: 'Nguyễn Văn Mẫu', organisation }, now);
  const secretary = await makeSigner(authority, { name: 'Lê Thị Thử Nghiệm', organisation }, now);
  const report = render(sampleReport, sampleMeta);
  const signed = await signVisible(report, { field: 'head', signer: head, when: now });
  const minutes = render(sampleMinutes, sampleMeta);
  const once = await signVisible(minutes, { field: 'secretary', signer: secretary, when: now });
  const twice = await signVisible(once, { field: 'chair', signer: head, when: now });
  const bytes = Buffer.from(signed).toString('latin1');
  const [a, b, c, d] = (/\/ByteRange\s*\[([^\]]*)\]/.exec(bytes)?.[1] ?? '').trim().split(/\s+/).map(Number);
  const contents = Buffer.from(bytes.slice((b ?? 0) + 1, (c ?? 0) - 1), 'hex');
  const flipped = Buffer.from(signed);
  flipped[5_000] = (flipped[5_000] ?? 0) ^ 1;
  const files: [string, string | Uint8Array][] = [
    ['ca.pem', authority.certificate],
    ['report.pdf', report],
    ['signed.pdf', signed],
    ['minutes.pdf', minutes],
    ['twice.pdf', twice],
    ['flipped.pdf', flipped],
    ['signature.der', contents],
    ['content.bin', Buffer.concat([signed.subarray(a, b), signed.subarray(c, (c ?? 0) + (d ?? 0))])],
  ];
  for (const [name, content] of files) writeFileSync(at(name), content);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const boxes = (text = '') => [...text.matchAll(/xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</g)];

describe('to other programs', () => {
  needs(['qpdf'], 'the files are without fault, unsigned, signed once and twice', () => {
    for (const file of ['report.pdf', 'signed.pdf', 'twice.pdf'])
      expect(run('qpdf', '--check', at(file))).toMatchObject({ status: 0, errors: '' });
  });

  needs(['pdftotext'], 'the text is found whole, in NFC and without private characters', () => {
    const { text } = run('pdftotext', at('signed.pdf'), '-');
    const flat = text.replace(/\s+/g, ' ');
    for (const part of [...sampleUnits, '24.940 hội viên', '2016–2020', 'PHỤ LỤC', 'Nơi nhận:', '- Như trên;'].filter(
      (part) => part !== 'PHỤ LỤC',
    )) {
      expect(flat).toContain(part);
    }
    expect(flat).toContain('Thời gian ký: ');
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(/[\ue000-\uf8ff\ufffd]/);
    expect(text.split(banner).length - 1).toBe(text.split('\f').length - 1);
  });

  needs(['pdfinfo'], 'the structure is read in order and is the same after signing', () => {
    const unsigned = run('pdfinfo', '-struct-text', at('minutes.pdf')).text;
    expect(run('pdfinfo', '-struct-text', at('twice.pdf')).text).toBe(unsigned);
    const order = ['CỘNG HÒA', 'HỘI ĐỒNG', 'Số: 03', 'BIÊN BẢN', '1. Thành phần', 'THƯ KÝ', 'CHỦ TỌA', 'Nơi nhận', 'Lưu: VT.'];
    const places = order.map((part) => unsigned.indexOf(part));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(run('pdfinfo', at('report.pdf')).text).toMatch(/Tagged: +yes/);
  });

  needs(['pdffonts'], 'every font is an embedded subset that leads back to characters', () => {
    const lines = run('pdffonts', at('report.pdf')).text.trim().split('\n').slice(2);
    expect(lines.length).toBe(4);
    for (const line of lines) expect(line).toMatch(/Identity-H +yes yes yes/);
  });

  needs(['pdftotext'], 'the head stands where the decree puts it, to a tenth of a millimetre', () => {
    const [text, second] = ['1', '2'].map((page) => run('pdftotext', '-bbox', '-f', page, '-l', page, at('report.pdf'), '-').text);
    const words = [...boxes(second).slice(0, 1), ...boxes(text)]; // the page number is the first word of page 2;
    const box = (word: string) =>
      (words.find((match) => match[5] === word) ?? []).slice(1, 5).map((points) => (Number(points) / 72) * 25.4);
    const [state = [], motto = [], type = []] = [
      ['CỘNG', 'NAM'],
      ['Độc', 'phúc'],
      ['BÁO', 'CÁO'],
    ].map(([from = '', to = '']) => [box(from)[0], box(to)[2]]);
    const centre = ([from = 0, to = 0]: (number | undefined)[]) => (from + to) / 2;
    expect(centre(state)).toBeCloseTo(centre(motto), 1);
    expect(centre(type)).toBeCloseTo(30 + 165 / 2, 1);
    expect(box('Số:')[3]).toBeCloseTo(box('Bắc')[3] ?? 0, 1);
    expect(box('HỘI')[3]).toBeCloseTo(box('CỘNG')[3] ?? 0, 1);
    expect(box('Ngay')[0]).toBeCloseTo(40, 1); // the first line of a paragraph is indented by 10 mm
    expect(centre([box('2')[0], box('2')[2]])).toBeCloseTo(105, 1); // the page number
  });
});

describe('to other programs the signature', () => {
  needs(['pdfsig', 'certutil'], 'is valid, trusted and covers the whole document', () => {
    const store = mkdtempSync(join(folder, 'nss-'));
    run('certutil', '-N', '-d', store, '--empty-password');
    run('certutil', '-A', '-d', store, '-n', 'ca', '-t', 'C,C,C', '-i', at('ca.pem'));
    const { text } = run('pdfsig', '-nssdir', store, at('signed.pdf'));
    for (const part of ['Signature is Valid', 'Certificate is Trusted', 'Total document signed', 'ETSI.CAdES.detached', 'Nguyễn Văn Mẫu']) {
      expect(text).toContain(part);
    }
    const two = run('pdfsig', '-nssdir', store, at('twice.pdf')).text;
    expect(two.match(/Signature is Valid/g)).toHaveLength(2);
    expect(two.match(/Certificate is Trusted/g)).toHaveLength(2);
  });

  needs(['pdfsig'], 'is broken by one flipped byte', () => {
    expect(run('pdfsig', at('flipped.pdf')).text).toContain('Digest Mismatch');
  });

  needs(['openssl'], 'is verified over the bytes of its range', () => {
    const verify = (content: string) =>
      run('openssl', 'cms', '-verify', '-binary', '-inform', 'DER', '-in', at('signature.der'), '-content', content, '-CAfile', at('ca.pem'), '-purpose', 'any', '-out', '/dev/null'); // prettier-ignore
    expect(verify(at('content.bin')).status).toBe(0);
    expect(verify(at('report.pdf')).status).not.toBe(0);
  });
});
