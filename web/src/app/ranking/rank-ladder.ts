import { Component, computed, inject, input } from '@angular/core';
import { formatPoints } from '@thidua/workflows/centipoints';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';
import { StateTag } from '../ui/state-tag.js';
import { scaleOf, type LadderRow } from './ladder.js';

/** Units by rank (ux.md P11): total on a labelled scale, what they registered, whether they may be nominated, and what for. Conflicts are facts, not faults. */
@Component({
  selector: 'app-rank-ladder',
  imports: [Icon, StateTag],
  templateUrl: './rank-ladder.html',
  styleUrl: './rank-ladder.scss',
})
export class RankLadder {
  readonly rows = input.required<readonly LadderRow[]>();
  readonly caption = input.required<string>();
  /** After how many rows the quota line stands, and what it says. */
  readonly line = input<{ readonly after: number; readonly words: string } | null>(null);
  private readonly language = inject(LANGUAGE);
  protected readonly scale = computed(() => scaleOf(this.rows().map(({ total }) => total)));
  /** Until the meeting is prepared nothing is known but the points. */
  protected readonly judged = computed(() => this.rows().some(({ eligible }) => eligible !== null));
  protected readonly detailed = computed(() => this.rows().some(({ parts }) => parts !== null));
  protected readonly columns = computed(() => 3 + (this.detailed() ? 3 : 0) + (this.judged() ? 3 : 0));
  protected readonly names = {
    base: $localize`:@@ranking.base:Điểm tiêu chí`,
    bonus: $localize`:@@ranking.bonus:Điểm thưởng`,
    penalty: $localize`:@@ranking.penalty:Điểm trừ`,
    total: $localize`:@@ranking.total:Tổng điểm`,
    aim: $localize`:@@ranking.aim:Đăng ký`,
    eligible: $localize`:@@ranking.eligible:Điều kiện, xung đột lợi ích`,
    honour: $localize`:@@ranking.honour:Đề nghị`,
  };

  protected points(value: number): string {
    return formatPoints(value, this.language);
  }

  /** Without decimals: the ends of the scale. */
  protected whole(value: number): string {
    return String(value / 100);
  }

  protected at(total: number): number {
    const { low, high } = this.scale();
    return Math.round((1000 * (total - low)) / (high - low)) / 10;
  }
}
