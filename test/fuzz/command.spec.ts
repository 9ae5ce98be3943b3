import { launch } from '../support/launcher.js';

describe('`npm run fuzz`', () => {
  it.each([[['--requests', 'many']], [['--paths', '0']], [['--quick']], [['--only']]])(
    'refuses what it does not know: %s',
    async (args) => {
      const fuzz = launch({ command: 'fuzz', args });
      expect(await fuzz.ended).toBe(2);
      expect(fuzz.said()).toContain('npm run fuzz -- [--requests N]');
    },
  );
});
