import { eventName, kindName } from '@thidua/workflows/words';
import type { Progress } from './player.js';

const WIDTH = 30;

/** Shows how far a year has been played: one line that is written over on a terminal, every twentieth part in a log. */
export class ProgressBar {
  private lastShare = -1;

  constructor(private readonly to: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }) {}

  show({ done, of, act }: Progress): void {
    const share = Math.floor((done / of) * 20);
    if (!this.to.isTTY && share === this.lastShare) return;
    this.lastShare = share;
    const filled = Math.round((done / of) * WIDTH);
    const day = act.on.slice(0, 10).split('-').reverse().join('/');
    const what = `${eventName(act.kind, act.type, 'vi')} · ${kindName(act.kind, 'vi')} ${act.record}`;
    const line = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${done}/${of} ${day} ${what}`;
    this.to.write(this.to.isTTY ? `\r${line.slice(0, (this.to.columns ?? 100) - 1).padEnd((this.to.columns ?? 100) - 1)}` : `${line}\n`);
  }

  /** Ends the line. */
  end(sentence: string): void {
    this.to.write(`${this.to.isTTY ? '\n' : ''}${sentence}\n`);
  }
}
