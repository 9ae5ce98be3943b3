import { Component, computed, inject } from '@angular/core';
import { SigningKeyList, type SigningKeyView } from '@thidua/workflows/signature/keys.schema';
import { keyUseWords } from '@thidua/workflows/signature/keys.words';
import { stateName } from '@thidua/workflows/words';
import { Api } from '../platform/api.js';
import { dayInWords, dayOf } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icon.js';
import { Region } from '../ui/region.js';
import { aboveProvince } from './places.js';

/** Which keys sign documents: for whom, by whose certificate, until when; and the files that cannot be used. Nothing is changed here. */
@Component({
  selector: 'app-keys-page',
  imports: [Cell, Crumbs, DataTable, EmptyState, Icon, Region],
  templateUrl: './keys.page.html',
  styles: `
    .file,
    .serial {
      overflow-wrap: anywhere;
    }
    .serial,
    .period {
      display: block;
    }
    @media screen and (min-width: 901px) {
      .period {
        white-space: nowrap;
      }
    }
  `,
})
export class KeysPage {
  private readonly language = inject(LANGUAGE);
  protected readonly keys = inject(Api).read(() => '/api/administration/keys', SigningKeyList);
  protected readonly items = computed(() => this.keys.value()?.items ?? []);
  protected readonly above = aboveProvince();
  protected readonly columns: readonly Column[] = [
    { key: 'name', name: $localize`:@@keys.name:Người ký` },
    { key: 'use', name: $localize`:@@keys.use:Ký cho` },
    { key: 'valid', name: $localize`:@@keys.valid:Hiệu lực` },
    { key: 'issuer', name: $localize`:@@keys.issuer:Nơi cấp, số hiệu` },
    { key: 'file', name: $localize`:@@keys.file:Tệp` },
  ];

  /** Templates do not know the rows of their table. */
  protected of(row: unknown): SigningKeyView {
    return row as SigningKeyView;
  }

  protected use({ use }: SigningKeyView): string {
    return keyUseWords[use][this.language];
  }

  protected state({ state }: SigningKeyView): string {
    return stateName('SigningKey', state, this.language);
  }

  protected period({ validFrom, validTo }: SigningKeyView): string {
    const [from, to] = [validFrom, validTo].map((at) => dayInWords(dayOf(at), this.language));
    return $localize`:@@keys.period:${from}:from: – ${to}:to:`;
  }
}
