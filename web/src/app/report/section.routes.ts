import type { Routes } from '@angular/router';

/** Pages of the units' sections, below `/:bloc/:year/sections`. */
export const sectionRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@sections.title:Phần báo cáo của các đơn vị`,
    loadComponent: () => import('./section.list.js').then((file) => file.SectionList),
  },
  {
    path: ':id',
    title: $localize`:@@section.title:Phần báo cáo`,
    loadComponent: () => import('./section.page.js').then((file) => file.SectionPage),
  },
  {
    path: ':id/submit',
    title: $localize`:@@sectionSubmit.title:Xem lại phần báo cáo trước khi gửi`,
    loadComponent: () => import('./section-submit.page.js').then((file) => file.SectionSubmitPage),
  },
  {
    path: ':id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./section-history.page.js').then((file) => file.SectionHistoryPage),
  },
];
