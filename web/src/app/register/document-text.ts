import { Component, input } from '@angular/core';
import type { ReadingBlock } from '@thidua/workflows/register/document.schema';

/** What a document says, as text in reading order: for phones, for the ear, for 400 % (S25). The document is Vietnamese in every language. */
@Component({
  selector: 'app-document-text',
  template: `
    <article class="paper" lang="vi" [attr.aria-label]="name()">
      @for (block of blocks(); track $index) {
        @switch (block.kind) {
          @case ('heading') {
            <p role="heading" [attr.aria-level]="levelOf(block.level)" [class]="'h' + block.level">{{ block.text }}</p>
          }
          @case ('line') {
            <p class="line-of" [class.bold]="block.bold">{{ block.text }}</p>
          }
          @case ('paragraph') {
            <p>{{ block.text }}</p>
          }
          @case ('list') {
            @if (block.ordered) {
              <ol>
                @for (item of block.items; track $index) {
                  <li>{{ item }}</li>
                }
              </ol>
            } @else {
              <ul>
                @for (item of block.items; track $index) {
                  <li>{{ item }}</li>
                }
              </ul>
            }
          }
          @case ('table') {
            <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="tableName($index)">
              <table>
                @if (block.caption) {
                  <caption>
                    {{
                      block.caption
                    }}
                  </caption>
                }
                <thead>
                  @for (row of block.head; track $index) {
                    <tr>
                      @for (cell of row; track $index) {
                        <th scope="col" [attr.colspan]="cell.span > 1 ? cell.span : null">{{ cell.text }}</th>
                      }
                    </tr>
                  }
                </thead>
                <tbody>
                  @for (row of block.rows; track $index) {
                    <tr>
                      @for (cell of row; track $index) {
                        <td [attr.colspan]="cell.span > 1 ? cell.span : null" [class.bold]="cell.span > 1">{{ cell.text }}</td>
                      }
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
        }
      }
    </article>
  `,
  styleUrl: './document-text.scss',
})
export class DocumentText {
  readonly blocks = input.required<readonly ReadingBlock[]>();
  /** What the document is called. */
  readonly name = input.required<string>();

  /** Below the heading of the part of the page in which the text stands. */
  protected levelOf(level: number): number {
    return Math.min(level + 2, 6);
  }

  protected tableName(at: number): string {
    const number = this.blocks()
      .slice(0, at + 1)
      .filter(({ kind }) => kind === 'table').length;
    return $localize`:@@document.table:Bảng ${number}:number: của văn bản, cuộn ngang được`;
  }
}
