import type { Routes } from '@angular/router';

/** Pages of scores, below `/:bloc/:year/scorecards`. */
export const scorecardRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@scorecards.title:Chấm điểm`,
    loadComponent: () => import('./scorecard.list.js').then((file) => file.ScorecardList),
  },
  {
    path: 'peer',
    title: $localize`:@@sheets.title:Chấm chéo`,
    loadComponent: () => import('./sheets.page.js').then((file) => file.SheetsPage),
  },
  {
    path: 'peer/:sheet',
    title: $localize`:@@sheets.title:Chấm chéo`,
    loadComponent: () => import('./sheets.page.js').then((file) => file.SheetsPage),
  },
  {
    path: 'peer/:sheet/submit',
    title: $localize`:@@registrationSubmit.title:Xem lại trước khi gửi`,
    loadComponent: () => import('./sheet-submit.page.js').then((file) => file.SheetSubmitPage),
  },
  {
    path: ':id',
    title: $localize`:@@scorecard.title:So sánh điểm`,
    loadComponent: () => import('./scorecard.page.js').then((file) => file.ScorecardPage),
  },
  {
    path: ':id/self',
    title: $localize`:@@selfScore.title:Tự chấm`,
    loadComponent: () => import('./self-score.page.js').then((file) => file.SelfScorePage),
  },
  {
    path: ':id/self/submit',
    title: $localize`:@@registrationSubmit.title:Xem lại trước khi gửi`,
    loadComponent: () => import('./self-submit.page.js').then((file) => file.SelfSubmitPage),
  },
];
