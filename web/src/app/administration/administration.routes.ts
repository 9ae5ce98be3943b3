import type { Routes } from '@angular/router';
import { keepersOnly } from '../platform/guards.js';

/** Pages of the whole installation. */
const ofInstallation: Routes = [
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
];

/** Pages of one province. */
const ofProvince: Routes = [
  {
    path: ':province/import',
    title: $localize`:@@import.title:Nhập đơn vị và người từ Excel`,
    loadComponent: () => import('./import.page.js').then((file) => file.ImportPage),
  },
  {
    path: ':province',
    title: $localize`:@@province.title:Tỉnh`,
    loadComponent: () => import('./province.page.js').then((file) => file.ProvincePage),
  },
  {
    path: ':province/people',
    title: $localize`:@@people.title:Người dùng`,
    loadComponent: () => import('./people.list.js').then((file) => file.PeopleList),
  },
  {
    path: ':province/people/new',
    title: $localize`:@@personNew.title:Lập người dùng`,
    loadComponent: () => import('./person-new.page.js').then((file) => file.PersonNewPage),
  },
  {
    path: ':province/people/:id',
    title: $localize`:@@person.title:Người dùng`,
    loadComponent: () => import('./person.page.js').then((file) => file.PersonPage),
  },
  {
    path: ':province/people/:id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./person-history.page.js').then((file) => file.PersonHistoryPage),
  },
  {
    path: ':province/units',
    title: $localize`:@@units.title:Đơn vị`,
    loadComponent: () => import('./units.list.js').then((file) => file.UnitsList),
  },
  {
    path: ':province/units/new',
    title: $localize`:@@unitNew.title:Lập đơn vị`,
    loadComponent: () => import('./unit-new.page.js').then((file) => file.UnitNewPage),
  },
  {
    path: ':province/units/:id',
    title: $localize`:@@unit.title:Đơn vị`,
    loadComponent: () => import('./unit.page.js').then((file) => file.UnitPage),
  },
  {
    path: ':province/units/:id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./unit-history.page.js').then((file) => file.UnitHistoryPage),
  },
  {
    path: ':province/blocs/new',
    title: $localize`:@@blocNew.title:Lập khối thi đua`,
    loadComponent: () => import('./bloc-new.page.js').then((file) => file.BlocNewPage),
  },
  {
    path: ':province/blocs/:bloc',
    title: $localize`:@@bloc.title:Khối thi đua`,
    loadComponent: () => import('./bloc.page.js').then((file) => file.BlocPage),
  },
];

/** Pages of those who keep provinces, units, people and blocs, below `/administration`. */
export const administrationRoutes: Routes = [...ofInstallation, ...ofProvince.map((page) => ({ ...page, canActivate: [keepersOnly] }))];
