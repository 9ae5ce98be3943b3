import type { Routes } from '@angular/router';

/** Pages of dispatches, below `/:bloc/:year/dispatches`. */
export const dispatchRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@dispatches.title:Gửi văn bản`,
    loadComponent: () => import('./dispatch.list.js').then((file) => file.DispatchList),
  },
  {
    path: ':id',
    title: $localize`:@@dispatches.title:Gửi văn bản`,
    loadComponent: () => import('./dispatch.page.js').then((file) => file.DispatchPage),
  },
  {
    path: ':id/send',
    title: $localize`:@@dispatchSend.title:Xem lại trước khi gửi văn bản`,
    loadComponent: () => import('./dispatch-send.page.js').then((file) => file.DispatchSendPage),
  },
  {
    path: ':id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./dispatch-history.page.js').then((file) => file.DispatchHistoryPage),
  },
];
