import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { SAMPLE_BANNER } from '@thidua/workflows/sample';
import { Session } from './session.js';
import { Toasts } from './toasts.js';

/** By then every browser has taken the file. */
const SAVED_MS = 60_000;

/** A name that every system takes: without the signs that stand for folders, drives and wild cards. */
export const fileNameOf = (words: string, ending: string): string => `${words.replaceAll(/[\\/:*?"<>|]+/g, '-').trim()}.${ending}`;

/** Files that the page makes itself and hands to its reader. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  /** What a file of the sample mode says of itself; empty in production. */
  get mark(): string {
    return this.session.me()?.mode === 'development' ? SAMPLE_BANNER : '';
  }

  /** Hands a file to the reader under a name, as a download, and says so. @param rows how many rows of a table it holds */
  save(file: Blob, name: string, rows?: number): void {
    const url = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Not at once: the browser reads the file after the click.
    setTimeout(() => URL.revokeObjectURL(url), SAVED_MS);
    this.toasts.say(
      rows === undefined
        ? $localize`:@@downloads.saved:Đã tải “${name}:file:”.`
        : $localize`:@@table.saved:Đã tải “${name}:file:”, ${rows}:rows: dòng.`,
    );
  }
}
