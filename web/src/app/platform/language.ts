import { InjectionToken } from '@angular/core';
import type { Language } from '@thidua/workflows/wording';

/** The language of this build of the pages: each language is a build of its own, served below `/vi/` or `/en/`. */
export const LANGUAGE = new InjectionToken<Language>('language', {
  factory: () => ($localize.locale?.startsWith('en') ? 'en' : 'vi'),
});
