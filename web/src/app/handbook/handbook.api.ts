import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { z } from 'zod';
import { calm } from '../platform/calm.js';

/** The handbook as the build makes it from docs/so-tay (web/handbook). `page` ends the address and is empty for the index. */
export const Handbook = z.object({
  pages: z.array(
    z.object({
      page: z.string(),
      title: z.string(),
      parts: z.array(z.object({ id: z.string(), title: z.string() })),
      html: z.string(),
    }),
  ),
});
export type Handbook = z.infer<typeof Handbook>;

/** Reads the whole handbook, a file beside the program. Call it where `inject` may be called. */
export function readHandbook(): HttpResourceRef<Handbook | undefined> {
  return calm<Handbook, HttpResourceRef<Handbook | undefined>>(
    httpResource<Handbook>(() => 'handbook/pages.json', { parse: (file) => Handbook.parse(file) }),
  );
}
