import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { ImportView } from '@thidua/workflows/import/import.schema';
import { firstValueFrom } from 'rxjs';
import { LANGUAGE } from '../platform/language.js';

/** What a workbook is to a browser. */
export const IMPORT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Units and people from a workbook. */
@Injectable({ providedIn: 'root' })
export class ImportApi {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LANGUAGE);

  /** Where the empty workbook lies. */
  template(province: string): string {
    return `/api/provinces/${encodeURIComponent(province)}/import-template?language=${this.language}`;
  }

  /** What a file would make, and its bad cells. Nothing is made. @throws Refusal 'import-unreadable' | 'too-large' | 'forbidden' */
  preview(province: string, file: Blob): Promise<ImportView> {
    return this.send(province, file, 'dryRun=true');
  }

  /** Makes all of the file that was previewed. @throws Refusal 'import-other-file' | 'import-faulty' | 'already-exists' */
  make(province: string, file: Blob, sha256: string): Promise<ImportView> {
    return this.send(province, file, `dryRun=false&sha256=${sha256}`);
  }

  private async send(province: string, file: Blob, query: string): Promise<ImportView> {
    const address = `/api/provinces/${encodeURIComponent(province)}/imports?${query}`;
    // What was read now is what is sent: the file may be saved anew meanwhile.
    const body = new Blob([await file.arrayBuffer()], { type: IMPORT_TYPE });
    return ImportView.parse(await firstValueFrom(this.http.post(address, body, { headers: { 'content-type': IMPORT_TYPE } })));
  }
}
