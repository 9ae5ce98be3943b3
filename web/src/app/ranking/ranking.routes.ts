import type { Routes } from '@angular/router';

/** The ranking, below `/:bloc/:year/ranking`. */
export const rankingRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@ranking.title:Xếp hạng`,
    loadComponent: () => import('./ranking.page.js').then((file) => file.RankingPage),
  },
];
