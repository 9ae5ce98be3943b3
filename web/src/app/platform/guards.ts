import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import { Session } from './session.js';

/** Only for people who are signed in. Others sign in first and come back to the same address, field included. */
export const signedIn: CanActivateFn = (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  if (session.me() || session.trouble()) return true; // in trouble the frame says so, in place
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: state.url === '/work' ? {} : { next: state.url } }));
};

/** Sign-in is not shown to someone who is signed in. */
export const signedOut: CanActivateFn = (route) => {
  const router = inject(Router);
  return inject(Session).me() ? new RedirectCommand(router.parseUrl(ownAddress(route.queryParamMap.get('next')))) : true;
};

/** Pages that production does not have. */
export const developmentOnly: CanActivateFn = () => {
  const session = inject(Session);
  return session.me()?.mode === 'development' || session.trouble() ? true : new RedirectCommand(inject(Router).parseUrl('/not-found'));
};

/** Pages that do not exist for others than some. */
const only =
  (those: (session: Session) => boolean): CanActivateFn =>
  () => {
    const session = inject(Session);
    if (those(session) || session.trouble()) return true;
    return new RedirectCommand(inject(Router).parseUrl('/not-found'), { skipLocationChange: true });
  };

/** Pages of those who keep people and units. */
export const keepersOnly = only((session) => session.rights().can('read', 'Person'));

/** Pages of those who belong to a province's council. */
export const councilsOnly = only((session) => session.councils().length > 0);

/** Where to go after signing in: only an address of our own (a foreign one in the link would lead away). */
export const ownAddress = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/work');
