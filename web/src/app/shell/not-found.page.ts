import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** A page that does not exist, or is not the reader's to see: the two are not told apart. */
@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <h1 i18n="@@notFound.title">Không tìm thấy trang</h1>
    <p class="lede" i18n="@@notFound.detail">Địa chỉ không đúng, hoặc ông/bà không được xem trang này.</p>
    <p><a routerLink="/work" i18n="@@problem.work">Về Việc của tôi</a></p>
  `,
})
export class NotFoundPage {}
