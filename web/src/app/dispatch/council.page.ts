import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DispatchedPaper, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { inBloc } from '../platform/addresses.js';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { RoundApi } from '../nomination/round.api.js';
import { Crumbs } from '../ui/crumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { PaperList } from './paper-list.js';
import { ReceiptApi } from './receipt.api.js';

/** What one dispatch brought to the council: its papers, and the receipts that council and standing body owe. */
interface Arrival {
  readonly sentAt: string;
  readonly papers: readonly DispatchedPaper[];
  readonly receipts: readonly ReceiptView[];
  /** The address below which the papers lie. */
  readonly base: string;
}

/** The council's page: what the bloc sent with its receipts, and whom it nominates for which title, with reasons. */
@Component({
  selector: 'app-council-page',
  imports: [Crumbs, EmptyState, PaperList, Region, RouterLink, StateTag],
  templateUrl: './council.page.html',
  styles: `
    h3 {
      margin-bottom: var(--td-space-2);
    }
    .receipts {
      margin-top: var(--td-space-4);
    }
    ol > li + li {
      margin-top: var(--td-space-3);
    }
  `,
})
export class CouncilPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  private readonly language = inject(LANGUAGE);
  private readonly spot = () => ({ bloc: this.bloc(), year: Number(this.year()) });
  protected readonly receipts = inject(ReceiptApi).list(this.spot);
  protected readonly rounds = inject(RoundApi).list(this.spot);
  protected readonly arrivals = computed<readonly Arrival[]>(() => this.bySending());
  protected readonly decided = computed<readonly RoundView[]>(() =>
    this.rounds.hasValue() ? this.rounds.value().items.filter(({ state }) => state === 'decided') : [],
  );

  protected when(instant: string): string {
    return instantInWords(instant, this.language);
  }

  protected confirmable({ actions }: ReceiptView): boolean {
    return actions.some(({ type }) => type === 'confirm');
  }

  protected nomineesOf({ candidates }: RoundView): RoundView['candidates'] {
    return candidates.filter(({ nominated }) => nominated);
  }

  protected confirmedWords({ confirmedBy, incomingNumber }: ReceiptView): string {
    return [confirmedBy, incomingNumber ? $localize`:@@deliveries.number:số đến ${incomingNumber}:number:` : ''].filter(Boolean).join(', ');
  }

  private bySending(): Arrival[] {
    const items = this.receipts.hasValue() ? this.receipts.value().items.filter(({ kind }) => kind !== 'unit') : [];
    const sendings = [...new Set(items.map(({ sentAt }) => sentAt))];
    return sendings.map((sentAt) => {
      const receipts = items.filter((receipt) => receipt.sentAt === sentAt);
      return { sentAt, receipts, papers: receipts[0]!.papers, base: inBloc(this.bloc(), 'receipts', receipts[0]!.id) };
    });
  }
}
