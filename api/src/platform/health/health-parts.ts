import { Injectable } from '@nestjs/common';
import { fill, said, type Said } from '@thidua/workflows/wording';
import { z } from 'zod';

/** What a part found about itself: whether it can do its work, and why or why not. */
export interface Finding {
  readonly ready: boolean;
  readonly reason: Said;
}

/** A part of the program without which people cannot work. What it throws counts as not ready. */
export interface HealthPart {
  readonly part: string;
  readonly name: Said;
  readonly look: () => Promise<Finding>;
}

const Words = z.object({ vi: z.string(), en: z.string() });
/** How the program is, part by part. */
export const Health = z.object({
  ready: z.boolean(),
  parts: z.array(z.object({ part: z.string(), name: Words, state: z.enum(['ready', 'failing']), reason: Words })),
});
export type Health = z.infer<typeof Health>;

/** A part that has not answered by then is not ready. */
const PATIENCE_MS = 5_000;
const BROKEN = said('Không trả lời ({answer}); xem nhật ký.', 'No answer ({answer}); see the log.');

/** The parts of the program by which it is judged ready; a feature adds its own. */
@Injectable()
export class HealthParts {
  private readonly parts: HealthPart[] = [];
  private looking: Promise<Health> | null = null;

  add(part: HealthPart): void {
    this.parts.push(part);
  }

  /**
   * How all parts are. Never throws: a part that fails is the answer. Anybody may ask, and nobody who does is turned away:
   * so many at once are given the answer of one look.
   */
  look(): Promise<Health> {
    return (this.looking ??= this.lookAtAll().finally(() => (this.looking = null)));
  }

  private async lookAtAll(): Promise<Health> {
    const parts = await Promise.all(
      this.parts.map(async ({ part, name, look }) => {
        const { ready, reason } = await inTime(look);
        return { part, name, state: ready ? ('ready' as const) : ('failing' as const), reason };
      }),
    );
    return { ready: parts.every(({ state }) => state === 'ready'), parts };
  }
}

async function inTime(look: () => Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve(broken('timeout')), PATIENCE_MS);
  });
  try {
    return await Promise.race([late, look().catch((error: unknown) => broken(shortAnswer(String(error))))]);
  } finally {
    clearTimeout(timer);
  }
}

const broken = (answer: string): Finding => ({
  ready: false,
  reason: { vi: fill(BROKEN, 'vi', { answer }), en: fill(BROKEN, 'en', { answer }) },
});

/** The code in an error or a mail server's answer. Anybody may ask how the program is, so names and addresses of machines are left out. */
export const shortAnswer = (answer: string): string => /\bE[A-Z]{4,}\b|\b[1-5]\d\d\b/.exec(answer)?.[0] ?? 'error';
