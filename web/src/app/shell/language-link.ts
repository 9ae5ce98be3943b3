import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';
import { CarriedText } from '../platform/carried-text.js';
import { LANGUAGE } from '../platform/language.js';

/** The same page in the other language; each language is a build of its own, so this loads a page, and carries what is written over. */
@Component({
  selector: 'app-language-link',
  template: `<a [href]="address()" [attr.lang]="other.code" [attr.hreflang]="other.code" (click)="carried.keep(path())">{{
    other.name
  }}</a>`,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--td-target);
      padding: 0 0.5rem;
      color: inherit;
    }
  `,
})
export class LanguageLink {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  protected readonly other = inject(LANGUAGE) === 'vi' ? { code: 'en', name: 'English' } : { code: 'vi', name: 'Tiếng Việt' };
  protected readonly carried = inject(CarriedText);
  protected readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.location.path(true) || '/' },
  );
  protected readonly address = () => `/${this.other.code}${this.path()}`;
}
