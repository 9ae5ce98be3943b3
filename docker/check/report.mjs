/** What the check came to. A step that fails ends the check. */
export class Report {
  passed = 0;
  skipped = [];

  say = (line) => void process.stdout.write(`${line}\n`);

  /** Does a step and says that it held. @returns what the step returns */
  async step(name, work) {
    const began = Date.now();
    const result = await work();
    this.passed += 1;
    const seconds = Math.round((Date.now() - began) / 1000);
    this.say(`✔ ${name}${seconds >= 3 ? ` (${seconds} s)` : ''}`);
    return result;
  }

  /** Says by name what could not be tried here. */
  skip(name, why) {
    this.skipped.push(name);
    this.say(`○ skipped: ${name} — ${why}`);
  }

  conclude() {
    this.say(`\n${this.passed} passed, 0 failed, ${this.skipped.length} skipped`);
  }
}

/** @throws Error with the sentence when it does not hold */
export function demand(holds, sentence) {
  if (!holds) throw new Error(sentence);
}
