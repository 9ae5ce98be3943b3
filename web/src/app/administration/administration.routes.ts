import type { Routes } from '@angular/router';

/** Setting the installation up and keeping it: below `/administration`. */
export const administrationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@administration.title:Quản trị`,
    loadComponent: () => import('./administration.page.js').then((file) => file.AdministrationPage),
  },
  {
    path: 'mail',
    title: $localize`:@@mail.title:Thư điện tử`,
    loadComponent: () => import('./mail.page.js').then((file) => file.MailPage),
  },
  {
    path: 'keys',
    title: $localize`:@@keys.title:Khóa ký số`,
    loadComponent: () => import('./keys.page.js').then((file) => file.KeysPage),
  },
  {
    path: ':province/import',
    title: $localize`:@@import.title:Nhập đơn vị và người từ Excel`,
    loadComponent: () => import('./import.page.js').then((file) => file.ImportPage),
  },
];
