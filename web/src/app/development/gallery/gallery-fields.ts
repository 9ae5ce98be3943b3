import { Component } from '@angular/core';
import { AreaField } from '../../ui/area-field.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { FileDrop } from '../../ui/file-drop.js';
import { PointsField } from '../../ui/points-field.js';
import { SearchBox } from '../../ui/search-box.js';
import { SelectField } from '../../ui/select-field.js';
import { StaleRegion } from '../../ui/stale-region.js';
import { TermHelp } from '../../ui/term-help.js';
import { TextField } from '../../ui/text-field.js';
import { CORRECTIONS, DIFFERENCES } from './gallery.data.js';
import { GalleryPart } from './gallery-part.js';

/** What is filled in: each field plain, with a hint, with a comment, wrong; the summary of what is wrong; two versions of one text. */
@Component({
  selector: 'app-gallery-fields',
  imports: [AreaField, ErrorSummary, FileDrop, GalleryPart, PointsField, SearchBox, SelectField, StaleRegion, TermHelp, TextField],
  template: `
    <app-gallery-part part="app-error-summary"><app-error-summary [corrections]="corrections" /></app-gallery-part>
    <app-gallery-part part="app-text-field">
      <div class="form stack">
        <app-text-field fieldId="gallery-text" [label]="target" [value]="targetName" [hint]="hint" />
        <app-text-field fieldId="gallery-figure" [label]="planned" value="13,1 tỷ" [figure]="true" [reads]="true" [suffix]="unit" />
        <app-text-field fieldId="gallery-wrong" [label]="target" [error]="corrections[0]!.text" [comment]="comment" />
        <app-text-field fieldId="gallery-day" type="date" [label]="day" value="2020-11-13" [optional]="true" />
      </div>
    </app-gallery-part>
    <app-gallery-part part="app-area-field">
      <app-area-field fieldId="gallery-area" [label]="note" [value]="comment" [most]="2000" [optional]="true" />
    </app-gallery-part>
    <app-gallery-part part="app-select-field">
      <div class="form"><app-select-field fieldId="gallery-select" [label]="group" [options]="groups" value="2" /></div>
    </app-gallery-part>
    <app-gallery-part part="app-points-field">
      <div class="form stack">
        <app-points-field fieldId="gallery-points-good" [label]="criterion" [value]="925" [max]="1000" />
        <app-points-field fieldId="gallery-points" [label]="criterion" [value]="1050" [max]="1000" [error]="corrections[1]!.text" />
      </div>
    </app-gallery-part>
    <app-gallery-part part="app-file-drop">
      <div class="form"><app-file-drop fieldId="gallery-file" [label]="file" [hint]="fileHint" [kinds]="kinds" [most]="most" /></div>
    </app-gallery-part>
    <app-gallery-part part="app-search-box"><app-search-box [label]="search" text="nguoi mu" /></app-gallery-part>
    <app-gallery-part part="app-term-help">
      <p class="explained"><app-term-help term="evidence" textId="gallery-term-shut" [named]="true" /></p>
      <p class="explained"><app-term-help term="target" textId="gallery-term" [named]="true" [open]="true" /></p>
    </app-gallery-part>
    <app-gallery-part part="app-stale-region">
      <app-stale-region [differences]="differences" [latest]="latest" />
    </app-gallery-part>
  `,
})
export class GalleryFields {
  protected readonly corrections = CORRECTIONS;
  protected readonly differences = DIFFERENCES;
  protected readonly latest = { by: 'Nông Thị Sen', at: '2020-03-18T08:20:00Z' };
  protected readonly target = 'Tên chỉ tiêu';
  protected readonly targetName = 'Hội viên mới kết nạp trong năm';
  protected readonly hint = 'Như trong kế hoạch công tác năm của đơn vị.';
  protected readonly planned = 'Kế hoạch';
  protected readonly unit = 'đồng';
  protected readonly comment = 'Nêu rõ minh chứng của chỉ tiêu này và nguồn số liệu của năm trước.';
  protected readonly day = 'Ngày ban hành';
  protected readonly note = 'Điều cần nói thêm';
  protected readonly group = 'Nhóm';
  protected readonly groups = [1, 2, 3].map((number) => ({ value: String(number), name: `Nhóm ${number}` }));
  protected readonly criterion = 'III.4 Phát hiện, nhân rộng điển hình tiên tiến';
  protected readonly file = 'Tệp Excel';
  protected readonly fileHint = 'Tệp .xlsx, tối đa 1 MB.';
  protected readonly kinds = ['.xlsx'];
  protected readonly most = 1_048_576;
  protected readonly search = 'Từ cần tìm';
}
