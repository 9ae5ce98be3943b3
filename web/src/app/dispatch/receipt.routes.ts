import type { Routes } from '@angular/router';

/** Pages of a receipt for those who are signed in, below `/:bloc/:year/receipts`. */
export const receiptRoutes: Routes = [
  // A recipient’s receipts stand in the work that waits.
  { path: '', pathMatch: 'full', redirectTo: '/work' },
  {
    path: ':id',
    title: $localize`:@@receipt.title:Văn bản Khối gửi`,
    loadComponent: () => import('./receipt.page.js').then((file) => file.ReceiptPage),
  },
  {
    path: ':id/history',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    loadComponent: () => import('./receipt-history.page.js').then((file) => file.ReceiptHistoryPage),
  },
];
