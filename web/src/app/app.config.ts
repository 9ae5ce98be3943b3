import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, provideAppInitializer, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { MAT_RIPPLE_GLOBAL_OPTIONS } from '@angular/material/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { routes } from './app.routes.js';
import { CarriedText } from './platform/carried-text.js';
import { freshProofs } from './platform/fresh-proof.js';
import { HeadingFocus } from './platform/heading-focus.js';
import { builds, houseHeaders, refusals } from './platform/interceptors.js';
import { PageTitle } from './platform/page-title.js';
import { Session } from './platform/session.js';
import { Upgrade } from './platform/upgrade.js';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([houseHeaders, freshProofs, refusals, builds])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(({ error, url }) => inject(Upgrade).meet(error, url)),
      // A part of the program that did not come is told in the page; any other error is thrown on by the handler above.
      withRouterConfig({ paramsInheritanceStrategy: 'always', resolveNavigationPromiseOnError: true }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: MAT_RIPPLE_GLOBAL_OPTIONS, useValue: { disabled: true } },
    provideAppInitializer(() => {
      inject(HeadingFocus).begin();
      inject(CarriedText).begin();
      return inject(Session).load();
    }),
  ],
};
