import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { lettersIn, termsOf } from '@thidua/workflows/search/query';
import { SEARCH_LEAST, SearchResults, type Found, type SearchedKind } from '@thidua/workflows/search/search.schema';
import { inBloc } from '../platform/addresses.js';
import { Api } from '../platform/api.js';
import { focusFragment } from '../platform/heading-focus.js';
import { PageTitle } from '../platform/page-title.js';
import { Session } from '../platform/session.js';
import { Where } from '../platform/where.js';
import { Crumbs } from '../ui/crumbs.js';
import { MarkedText } from '../ui/marked-text.js';
import { Region } from '../ui/region.js';
import { SearchBox } from '../ui/search-box.js';

/** What a kind of finds is called, and the page of the whole list below bloc and year. */
const KINDS: Readonly<Record<SearchedKind, { readonly name: string; readonly list: readonly string[] }>> = {
  units: { name: $localize`:@@search.units:Đơn vị`, list: [] },
  documents: { name: $localize`:@@menu.documents:Văn bản`, list: ['documents'] },
  registrations: { name: $localize`:@@menu.registrations:Đăng ký, chỉ tiêu`, list: ['registrations'] },
  sections: { name: $localize`:@@search.sections:Báo cáo, số liệu, khen thưởng`, list: ['sections'] },
};

/** So many other blocs and years are offered; the rest stand in the switcher of the bar. */
const ELSEWHERE_MOST = 12;

/** Search in a bloc's year (S6): what holds all words, in groups; the text stands in the address. */
@Component({
  selector: 'app-search-page',
  imports: [Crumbs, MarkedText, Region, RouterLink, SearchBox],
  templateUrl: './search.page.html',
  styleUrl: './search.page.scss',
})
export class SearchPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly q = input('', { transform: (text: string | undefined) => (text ?? '').trim() });
  private readonly session = inject(Session);
  private readonly where = inject(Where);
  protected readonly blocName = computed(() => this.where.bloc()?.name ?? this.bloc());
  protected readonly terms = computed(() => termsOf(this.q()));
  protected readonly short = computed(() => lettersIn(this.q()) < SEARCH_LEAST);
  protected readonly results = inject(Api).read(
    () => (this.short() ? undefined : `${inBloc(this.bloc(), 'search')}?${new URLSearchParams({ year: this.year(), q: this.q() })}`),
    SearchResults,
  );
  /** The other blocs and years of the reader in which the same can be looked for: this bloc's first, each with the newest year first. */
  protected readonly elsewhere = computed(() => {
    const [bloc, year] = [this.bloc(), Number(this.year())];
    const blocs = [...(this.session.me()?.blocs ?? [])].sort((a, b) => Number(b.slug === bloc) - Number(a.slug === bloc));
    const places = blocs.flatMap(({ slug, name, years }) => years.toSorted((a, b) => b - a).map((of) => ({ slug, name, year: of })));
    return places.filter((place) => place.slug !== bloc || place.year !== year).slice(0, ELSEWHERE_MOST);
  });
  protected readonly groups = computed(() => (this.results.value()?.groups ?? []).map((group) => ({ ...group, ...KINDS[group.kind] })));
  protected readonly total = computed(() => this.groups().reduce((sum, { total }) => sum + total, 0));
  /** What is said to those who do not see the page change. */
  protected readonly said = computed(() => {
    if (this.short()) return this.q() ? $localize`:@@search.short:Gõ ít nhất ${SEARCH_LEAST}:least: chữ.` : '';
    if (!this.results.hasValue()) return '';
    return this.total() > 0
      ? $localize`:@@search.count:Tìm thấy ${this.total()}:count: kết quả cho “${this.q()}:text:”.`
      : $localize`:@@search.none:Không tìm thấy gì cho “${this.q()}:text:”.`;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.q() ? `“${this.q()}”` : null));
    focusFragment(() => true);
  }

  protected addressOf(below: readonly string[]): string[] {
    return ['/', this.bloc(), this.year(), ...below];
  }

  protected pageOf({ link }: Found): string[] {
    return this.addressOf(link.split('/').filter(Boolean));
  }
}
