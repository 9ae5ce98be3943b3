import type { Routes } from '@angular/router';

/** The sample mailbox, below `/mailbox`: what the development mail server took. */
export const mailboxRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@mailbox.title:Hộp thư mẫu`,
    loadComponent: () => import('./mailbox.list.js').then((file) => file.MailboxList),
  },
  {
    path: ':id',
    title: $localize`:@@letter.title:Thư`,
    loadComponent: () => import('./letter.page.js').then((file) => file.LetterPage),
  },
];
