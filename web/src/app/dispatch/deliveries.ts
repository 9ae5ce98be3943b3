import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';

/** How grave a letter stands: what does not arrive first, what is confirmed last (ux.md P16). */
const gravity = ({ state, confirmedAt }: DeliveryView): number => (confirmedAt ? 3 : isLost(state) ? 0 : state === 'queued' ? 1 : 2);

/** Whether a letter does not arrive any more by itself. */
export const isLost = (state: DeliveryView['state']): boolean => state === 'refused' || state === 'failed';

/** Letters by gravity; within it they keep their order. */
export const gravestFirst = (letters: readonly DeliveryView[]): DeliveryView[] => [...letters].sort((a, b) => gravity(a) - gravity(b));

/** How many letters stand how; each is counted once. */
export function standing(letters: readonly DeliveryView[]): { lost: number; queued: number; waiting: number; confirmed: number } {
  const count = (grave: number) => letters.filter((letter) => gravity(letter) === grave).length;
  return { lost: count(0), queued: count(1), waiting: count(2), confirmed: count(3) };
}
