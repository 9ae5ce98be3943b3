import { Line } from './line.js';

/** More than the longest line keeps for anybody. */
const MANY = 1_000;

describe('an open line', () => {
  it('is cut where nobody reads: little is kept for whoever does not', () => {
    const line = new Line();
    let told = 0;
    for (; told < MANY && !line.words.destroyed; told += 1) line.tell();
    expect(told).toBeLessThan(MANY / 10);
  });

  it('says to whoever reads every word, and that it has ended', async () => {
    const line = new Line();
    const heard: string[] = [];
    line.words.on('data', (word: Buffer) => heard.push(word.toString()));
    const over = new Promise((ended) => line.words.once('end', ended));
    line.beat();
    for (let told = 0; told < MANY; told += 1) {
      await new Promise(setImmediate); // the reader takes what was said
      line.tell();
    }
    line.end();
    line.tell();
    await over;
    expect(heard.join('')).toBe(`:\n\n${'data: changed\n\n'.repeat(MANY)}`);
  });
});
