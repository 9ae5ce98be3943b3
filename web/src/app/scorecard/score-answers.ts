import { formatPoints } from '@thidua/workflows/centipoints';
import type { Language } from '@thidua/workflows/wording';
import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { Answer } from '../ui/confirm-panel.js';
import { totalOf, type CriteriaPart } from './criteria-rows.js';
import type { ScoreWriting } from './score-desk.js';

/** A second tap comes sooner than anybody reads. */
const TAP_MS = 800;

/** What is about to be sent, criterion by criterion, then what it comes to (ux.md P6). */
export function answersOf(parts: readonly CriteriaPart[], { points, notes, remark }: ScoreWriting, language: Language): Answer[] {
  const said = (value: number | null) => (value === null ? '–' : formatPoints(value, language));
  const items = parts.flatMap((part) => part.items);
  return [
    ...items.map(({ code, name, max }) => ({
      name: `${code} ${name}`,
      value: [`${said(points[code] ?? null)} / ${said(max)}`, notes[code] ?? ''].filter(Boolean).join('\n'),
    })),
    { name: $localize`:@@scores.total:Cộng`, value: said(totalOf(parts, points)) },
    ...(remark ? [{ name: $localize`:@@scoreSubmit.remark:Nhận xét`, value: remark }] : []),
  ];
}

/** True for a moment after the page has opened: the second tap of the press that led here must not answer what it asks. */
export function justOpened(): Signal<boolean> {
  const fresh = signal(true);
  const timer = setTimeout(() => fresh.set(false), TAP_MS);
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return fresh;
}
