import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchToEnd } from '../support/launcher.js';
import { smallYear } from '../support/small-year.js';
import { runYear } from '../support/year.js';

describe('npm run year refuses before anything is started or written', () => {
  it('a wrong file: every fault is named with its place, in both languages', async () => {
    const file = smallYear() as unknown as Record<string, { acts: { by?: string }[] }> & { units: { code: string }[] };
    file.units[1]!.code = 'u1';
    file.ranking!.acts[0]!.by = 'nobody';
    const run = await runYear({ ...file, mood: 'good' });
    expect(run.code).toBe(1);
    expect(run.said).toContain('/mood\n    Không có trường “mood” ở đây.\n    There is no field “mood” here.');
    expect(run.said).toContain('/units/1/code\n    Mã đơn vị “u1” bị trùng.');
    expect(run.said).toContain('/ranking/acts/0/by\n    Không có người “nobody”.');
    expect(run.said).not.toContain('PostgreSQL');
    expect(existsSync(run.out)).toBe(false);
    run.remove();
  }, 240_000); // the first run may have to build

  it('a file that is no JSON', async () => {
    const run = await runYear('{ "schema": ');
    expect(run.code).toBe(1);
    expect(run.said).toContain('Tệp không phải JSON');
    run.remove();
  });

  it('a file that is not there', async () => {
    const { code, said } = await launchToEnd({ command: 'year', args: ['--file', 'nowhere.json', '--out', 'out'] });
    expect([code, said]).toEqual([1, expect.stringContaining('Không đọc được tệp (ENOENT)')]);
  });

  it('a folder that holds other things: nothing of them is touched', async () => {
    const probe = await runYear('{}');
    const folder = join(dirname(probe.out), 'holiday');
    mkdirSync(folder);
    writeFileSync(join(folder, 'picture.png'), 'beach');
    const run = await runYear(smallYear(), ['--out', folder]);
    expect(run.code).toBe(1);
    expect(run.said).toContain('chọn thư mục trống');
    expect(readdirSync(folder)).toEqual(['picture.png']);
    run.remove();
    probe.remove();
  });

  it.each([[[]], [['--file', 'a.json']], [['--file', 'a.json', '--out', 'b', '--mood', 'good']]])(
    'a command that is wrong: %j',
    async (args) => {
      const { code, said } = await launchToEnd({ command: 'year', args });
      expect([code, said]).toEqual([2, expect.stringContaining('npm run year -- --file')]);
    },
  );
});
