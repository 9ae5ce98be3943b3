import type { Routes } from '@angular/router';

/** Pages of registrations, below `/:bloc/:year/registrations`. */
export const registrationRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@registrations.title:Đăng ký, chỉ tiêu`,
    loadComponent: () => import('./registration.list.js').then((file) => file.RegistrationList),
  },
  {
    path: ':id',
    title: $localize`:@@registration.title:Đăng ký`,
    loadComponent: () => import('./registration.page.js').then((file) => file.RegistrationPage),
  },
  {
    path: ':id/submit',
    title: $localize`:@@registrationSubmit.title:Xem lại trước khi gửi`,
    loadComponent: () => import('./registration-submit.page.js').then((file) => file.RegistrationSubmitPage),
  },
  {
    path: ':id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./registration-history.page.js').then((file) => file.RegistrationHistoryPage),
  },
];
