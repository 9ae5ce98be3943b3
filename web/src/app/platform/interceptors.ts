import { HttpContextToken, HttpErrorResponse, type HttpEvent, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { Capacity } from './capacity.js';
import { LANGUAGE } from './language.js';
import { problemOf, Refusal } from './problem.js';
import { Upgrade } from './upgrade.js';

/** A request that a page makes of its own accord: it is no use of the session. */
export const UNATTENDED = new HttpContextToken(() => false);

/** Every request to our API says from which page it comes, in which language and in which capacity. */
export const houseHeaders: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const post = inject(Capacity).chosen();
  return next(
    request.clone({
      setHeaders: {
        'X-Thidua': request.context.get(UNATTENDED) ? 'unattended' : '1',
        'Accept-Language': inject(LANGUAGE),
        ...(post ? { 'Acting-As': post } : {}),
      },
    }),
  );
};

/** Every answer says which build serves it: an open page hears of an upgrade. */
export const builds: HttpInterceptorFn = (request, next) => {
  const upgrade = inject(Upgrade);
  const hear = (answer: unknown) => {
    if (answer instanceof HttpResponse || answer instanceof HttpErrorResponse) upgrade.hear(answer.headers.get('x-thidua-build'));
  };
  return next(request).pipe(tap<HttpEvent<unknown>>({ next: hear, error: hear }));
};

/** Every failure becomes a `Refusal` with words for the reader; a capacity that is no longer held is given up. */
export const refusals: HttpInterceptorFn = (request, next) => {
  const capacity = inject(Capacity);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      const problem = problemOf(error);
      if (problem.code === 'unknown-capacity') capacity.choose(null);
      return throwError(() => new Refusal(problem));
    }),
  );
};
