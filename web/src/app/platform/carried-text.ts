import { DOCUMENT, Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { z } from 'zod';
import { jsonOf, remembered } from './remembered.js';

/** Fields of a page by their ids, with what somebody wrote or chose, in their order. */
const Carried = z.object({ address: z.string(), fields: z.array(z.tuple([z.string(), z.union([z.string(), z.boolean()])])) });
type Carried = z.infer<typeof Carried>;
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Drafts that save themselves come back by themselves; no secret is kept, and nobody but the person gives the browser a file. */
const LEFT_OUT = '[data-autosaved] *, [type="password"], [type="file"], [autocomplete="one-time-code"]';

/**
 * Carries what somebody has written on a page and not sent yet over into the same page in another language, which is loaded anew. What
 * belongs to a part that is not open there waits until it is; whoever goes to another page has left it.
 */
@Injectable({ providedIn: 'root' })
export class CarriedText {
  private readonly document = inject(DOCUMENT);
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  private readonly place = remembered(() => sessionStorage, 'thidua:carried');
  private readonly touched = new Set<Field>();
  private looking: MutationObserver | null = null;
  private left = new Map<string, string | boolean>();
  /** The page to which the noted fields belong. */
  private page = '';

  /** Begins to note what is written, and takes up what was carried here. */
  begin(): void {
    const note = ({ target, isTrusted }: Event) => {
      if (isTrusted && isField(target) && !target.matches(LEFT_OUT)) this.touched.add(target);
    };
    this.document.addEventListener('input', note, { capture: true });
    this.document.addEventListener('change', note, { capture: true });
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(({ urlAfterRedirects }) => {
      const page = urlAfterRedirects.split(/[?#]/, 1)[0]!;
      if (this.page && page !== this.page) this.leave();
      this.page = page;
    });
    const carried = this.read();
    this.place.write(null);
    if (carried) this.await(carried);
  }

  /** Keeps what is written on the page that is open, and what still waits for its part, at its address without the language. */
  keep(address: string): void {
    const written = [...this.touched].filter((field) => field.isConnected && field.id !== '');
    const carried: Carried = {
      address,
      fields: [...this.left, ...written.map((field): [string, string | boolean] => [field.id, valueOf(field)])],
    };
    this.place.write(carried.fields.length > 0 ? JSON.stringify(carried) : null);
  }

  private read(): Carried | null {
    const text = this.place.read();
    const parsed = text === null ? null : Carried.safeParse(jsonOf(text));
    return parsed?.success && parsed.data.address === this.location.path(true) ? parsed.data : null;
  }

  /** Fills each field as it comes, until the page is left. */
  private await({ fields }: Carried): void {
    this.left = new Map(fields);
    this.looking = new MutationObserver(() => this.fill());
    this.looking.observe(this.document.body, { childList: true, subtree: true });
  }

  /** Another page has come: what was written on the one before is nobody's any more. */
  private leave(): void {
    this.looking?.disconnect();
    this.left.clear();
    this.touched.clear();
  }

  private fill(): void {
    for (const [id, value] of this.left) {
      const field = this.document.getElementById(id);
      if (!isField(field)) continue;
      this.left.delete(id);
      this.touched.add(field);
      write(field, value);
    }
  }
}

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const isChosen = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';
const valueOf = (field: Field): string | boolean => (isChosen(field) ? field.checked : field.value);

/** Writes as a person would, so that the page hears of it. */
function write(field: Field, value: string | boolean): void {
  if (valueOf(field) === value) return;
  if (isChosen(field)) return void field.click();
  field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
