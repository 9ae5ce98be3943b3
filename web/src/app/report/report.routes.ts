import type { Routes } from '@angular/router';

/** Pages of the year-end report, below `/:bloc/:year/report`. */
export const reportRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@report.title:Báo cáo tổng kết`,
    loadComponent: () => import('./report.page.js').then((file) => file.ReportPage),
  },
  {
    path: 'freeze',
    title: $localize`:@@reportFreeze.title:Xem lại trước khi chốt`,
    loadComponent: () => import('./report-freeze.page.js').then((file) => file.ReportFreezePage),
  },
  {
    path: 'history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./report-history.page.js').then((file) => file.ReportHistoryPage),
  },
];
