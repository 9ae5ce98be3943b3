import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { remembered } from './remembered.js';
import { Session } from './session.js';

/** The bloc and the year before the reader. */
export interface Spot {
  readonly bloc: string;
  readonly year: number;
}

const IN_ADDRESS = /^\/([^/?#]+)\/(\d{4})(?=[/?#]|$)(.*)$/;

/** Where the reader is: the bloc and year of the address; on pages without them the last ones, or the person's newest. */
@Injectable({ providedIn: 'root' })
export class Where {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly kept = remembered(() => localStorage, 'thidua:where');
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  /** The spot, or null for a person without any bloc. */
  readonly spot = computed<Spot | null>(() => {
    const stated = IN_ADDRESS.exec(this.address());
    if (stated) return this.keep({ bloc: decodeURIComponent(stated[1]!), year: Number(stated[2]) });
    return this.last() ?? this.newest();
  });
  /** The bloc as the person knows it. */
  readonly bloc = computed(() => this.session.me()?.blocs.find(({ slug, id }) => [slug, id].includes(this.spot()?.bloc ?? '')) ?? null);
  /** The page's part of the address below bloc and year, such as `registrations`. */
  readonly section = computed(() => IN_ADDRESS.exec(this.address())?.[3]?.split(/[/?#]/)[1] ?? null);

  /** The name of a bloc that the person knows, for words about posts. */
  nameOf(slug: string | null): string | null {
    return this.session.me()?.blocs.find((bloc) => bloc.slug === slug)?.shortName ?? slug;
  }

  /** Goes to another bloc or year: the same kind of page there, or the same page when it belongs to no bloc. */
  async go(spot: Spot): Promise<void> {
    this.keep(spot);
    const section = this.section();
    await (section
      ? this.router.navigate(['/', spot.bloc, spot.year, section], { queryParams: { q: this.looked() } })
      : this.router.navigate([], { queryParams: { bloc: spot.bloc, year: spot.year } }));
  }

  /** What the address looks for: it is looked for there too. */
  private looked(): string | null {
    return this.router.parseUrl(this.address()).queryParamMap.get('q');
  }

  private keep(spot: Spot): Spot {
    this.kept.write(`${spot.bloc} ${spot.year}`);
    return spot;
  }

  private last(): Spot | null {
    const asked = new URLSearchParams(this.address().split('?')[1] ?? '');
    const [keptBloc, keptYear] = (this.kept.read() ?? '').split(' ');
    const bloc = asked.get('bloc') ?? keptBloc;
    const year = Number(asked.get('year') ?? keptYear);
    const known = this.session.me()?.blocs.some((choice) => choice.slug === bloc && choice.years.includes(year));
    return bloc && known ? { bloc, year } : null;
  }

  private newest(): Spot | null {
    const bloc = this.session.me()?.blocs.find((choice) => choice.years.length > 0);
    return bloc ? { bloc: bloc.slug, year: Math.max(...bloc.years) } : null;
  }
}
