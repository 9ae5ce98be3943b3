import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { z } from 'zod';
import { Api } from './api.js';

const Saved = z.object({ version: z.int() });

function begin() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const [api, http] = [TestBed.inject(Api), TestBed.inject(HttpTestingController)];
  const save = (text: string) => api.put('/api/x', { text, version: 1 }, Saved);
  const asked = () => {
    const request = http.expectOne('/api/x');
    return { request, method: request.request.method, key: request.request.headers.get('Idempotency-Key') };
  };
  return { save, asked };
}

describe('a draft that is saved', () => {
  it('bears the same key when it is sent again after the program went away behind its proxy: it is not held against its own writer', async () => {
    const { save, asked } = begin();
    const cut = save('a');
    const first = asked();
    expect(first).toMatchObject({ method: 'PUT', key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    first.request.flush('<html>', { status: 502, statusText: 'Bad Gateway' });
    await expect(cut).rejects.toMatchObject({ status: 502 });
    const saved = save('a');
    const second = asked();
    second.request.flush({ version: 2 });
    expect(await saved).toEqual({ version: 2 });
    expect(second.key).toBe(first.key);
    void save('a');
    expect(asked().key).not.toBe(first.key);
  });
});
