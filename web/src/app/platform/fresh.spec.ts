import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { z } from 'zod';
import { Api } from './api.js';
import { houseHeaders, refusals } from './interceptors.js';

const Shown = z.object({ version: z.int() });

/** A page on which something was read. */
async function begin() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([houseHeaders, refusals])), provideHttpClientTesting()],
  });
  const http = TestBed.inject(HttpTestingController);
  const read = TestBed.runInInjectionContext(() => TestBed.inject(Api).read(() => '/api/x', Shown));
  TestBed.tick();
  const first = http.expectOne('/api/x');
  first.flush({ version: 1 });
  await Promise.resolve();
  TestBed.tick();
  return { http, read, first };
}

describe('what is read anew behind the reader’s back', () => {
  it('takes the place of what was there, and is no use of the session', async () => {
    const { http, read, first } = await begin();
    expect(first.request.headers.get('X-Thidua')).toBe('1');
    const changed = read.freshen();
    const again = http.expectOne('/api/x');
    expect(again.request.headers.get('X-Thidua')).toBe('unattended');
    again.flush({ version: 2 });
    expect([await changed, read.value()]).toEqual([true, { version: 2 }]);
  });

  it('is nothing new where nothing has changed', async () => {
    const { http, read } = await begin();
    const before = read.value();
    const changed = read.freshen();
    http.expectOne('/api/x').flush({ version: 1 });
    expect(await changed).toBe(false);
    expect(read.value()).toBe(before);
  });

  it('takes nothing from the page where it fails', async () => {
    const { http, read } = await begin();
    const changed = read.freshen();
    http.expectOne('/api/x').flush('<html>', { status: 502, statusText: 'Bad Gateway' });
    expect([await changed, read.value()]).toEqual([null, { version: 1 }]);
  });

  it('is not asked for again where it is refused: what may no longer be read is not read every few seconds', async () => {
    const { http, read } = await begin();
    const changed = read.freshen();
    http.expectOne('/api/x').flush({ status: 404, code: 'not-found' }, { status: 404, statusText: 'Not Found' });
    expect([await changed, read.value()]).toEqual([false, { version: 1 }]);
  });

  it('nor where what came has another shape than this page knows, such as after an upgrade', async () => {
    const { http, read } = await begin();
    const changed = read.freshen();
    http.expectOne('/api/x').flush({ version: 'two' });
    expect([await changed, read.value()]).toEqual([false, { version: 1 }]);
  });

  it('gives way to what the reader has done meanwhile', async () => {
    const { http, read } = await begin();
    const changed = read.freshen();
    read.set({ version: 3 });
    http.expectOne('/api/x').flush({ version: 2 });
    expect([await changed, read.value()]).toEqual([false, { version: 3 }]);
  });
});
