import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProvinceBloc, ProvinceReceipt } from '@thidua/workflows/council/council.schema';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { CouncilApi } from './council.api.js';

/** All blocs of a province: what of theirs waits for council and standing body, and where each stands in its year. */
@Component({
  selector: 'app-province-page',
  imports: [Cell, DataTable, EmptyState, Region, RouterLink, StateTag],
  templateUrl: './province.page.html',
})
export class ProvincePage {
  readonly province = input.required<string>();
  private readonly api = inject(CouncilApi);
  private readonly language = inject(LANGUAGE);
  protected readonly blocs = this.api.blocs(this.province);
  protected readonly waiting = this.api.waiting(this.province);
  protected readonly caption = $localize`:@@province.caption:Các khối và năm mới nhất của từng khối`;
  protected readonly columns: readonly Column[] = [
    { key: 'name', name: $localize`:@@province.bloc:Khối` },
    { key: 'year', name: $localize`:@@province.year:Năm mới nhất` },
    { key: 'state', name: $localize`:@@province.state:Năm đang ở bước` },
    { key: 'waiting', name: $localize`:@@province.waiting:Chờ xác nhận`, figures: true },
  ];

  protected when({ sentAt }: ProvinceReceipt): string {
    return instantInWords(sentAt, this.language);
  }

  protected numbers({ numbers }: ProvinceReceipt): string {
    return numbers.join(', ');
  }

  /** How much waits of how much was sent; nothing where the reader may not know. */
  protected counted({ waiting, receipts }: ProvinceBloc): string {
    return waiting === null ? '–' : `${waiting}/${receipts}`;
  }
}
