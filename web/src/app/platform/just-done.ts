import type { Navigation } from '@angular/router';

/** What the page before this one has just done (`state: { sent: 'submit' }`). A page that is loaded anew or gone back to has done nothing. */
export const justDone = (navigation: Navigation | null): string | null =>
  navigation?.trigger === 'imperative' && navigation.previousNavigation ? (navigation.extras.state?.['sent'] ?? null) : null;
