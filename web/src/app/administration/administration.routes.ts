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
    path: ':province/import',
    title: $localize`:@@import.title:Nhập đơn vị và người từ Excel`,
    loadComponent: () => import('./import.page.js').then((file) => file.ImportPage),
  },
];
