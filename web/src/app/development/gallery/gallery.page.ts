import { Component } from '@angular/core';
import { Crumbs } from '../../ui/crumbs.js';
import { ICON_PATHS, type IconName } from '../../ui/icon-paths.js';
import { Icon } from '../../ui/icon.js';
import { GalleryActing } from './gallery-acting.js';
import { GalleryFields } from './gallery-fields.js';
import { GalleryLists } from './gallery-lists.js';
import { GalleryPart } from './gallery-part.js';
import { GalleryStates } from './gallery-states.js';

/**
 * Development only: every part that pages are made of, in each of its states, in the colours and letters that the reader chose. Its
 * pictures are compared with those of the last change (test/web/gallery.spec.ts).
 */
@Component({
  selector: 'app-gallery-page',
  imports: [Crumbs, GalleryActing, GalleryFields, GalleryLists, GalleryPart, GalleryStates, Icon],
  template: `
    <app-crumbs />
    <div class="page-head">
      <div>
        <h1 i18n="@@gallery.title">Các bộ phận của giao diện</h1>
        <p class="lede" i18n="@@gallery.lede">Mỗi bộ phận ở mọi tình trạng. Đổi màu và cỡ chữ ở Tài khoản, mục Hiển thị.</p>
      </div>
    </div>
    <section id="gallery-states" aria-labelledby="states-heading" lang="vi">
      <h2 id="states-heading" i18n="@@gallery.states">Tình trạng</h2>
      <app-gallery-states />
    </section>
    <section id="gallery-fields" class="section" aria-labelledby="fields-heading" lang="vi">
      <h2 id="fields-heading" i18n="@@gallery.fields">Điền và sửa</h2>
      <app-gallery-fields />
    </section>
    <section id="gallery-acting" class="section" aria-labelledby="acting-heading" lang="vi">
      <h2 id="acting-heading" i18n="@@gallery.acting">Làm và kết quả</h2>
      <app-gallery-acting />
    </section>
    <section id="gallery-lists" class="section" aria-labelledby="lists-heading" lang="vi">
      <h2 id="lists-heading" i18n="@@gallery.lists">Danh sách</h2>
      <app-gallery-lists />
    </section>
    <section id="gallery-icons" class="section" aria-labelledby="icons-heading">
      <h2 id="icons-heading" i18n="@@gallery.icons">Biểu tượng</h2>
      <app-gallery-part part="app-icon">
        <ul>
          @for (icon of icons; track icon) {
            <li>
              <app-icon [name]="icon" /> <code>{{ icon }}</code>
            </li>
          }
        </ul>
      </app-gallery-part>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
      gap: var(--td-space-2);
    }
    li {
      display: flex;
      align-items: center;
      gap: 0.5rem;
    }
  `,
})
export class GalleryPage {
  protected readonly icons = Object.keys(ICON_PATHS) as IconName[];
}
