import type { Routes } from '@angular/router';

/** Pages of documents, below `/:bloc/:year/documents`. */
export const documentRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@documents.title:Văn bản`,
    loadComponent: () => import('./document.list.js').then((file) => file.DocumentList),
  },
  {
    path: ':id',
    title: $localize`:@@document.title:Văn bản`,
    loadComponent: () => import('./document.page.js').then((file) => file.DocumentPage),
  },
  {
    path: ':id/sign',
    title: $localize`:@@documentSign.title:Ký văn bản`,
    loadComponent: () => import('./document-sign.page.js').then((file) => file.DocumentSignPage),
  },
  {
    path: ':id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./document-history.page.js').then((file) => file.DocumentHistoryPage),
  },
];
