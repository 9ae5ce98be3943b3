import type { Routes } from '@angular/router';

/** Pages of the nomination meeting, below `/:bloc/:year/rounds`. */
export const roundRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@rounds.title:Bình xét, suy tôn`,
    loadComponent: () => import('./round.list.js').then((file) => file.RoundList),
  },
  {
    path: ':id',
    title: $localize`:@@round.title:Vòng suy tôn`,
    loadComponent: () => import('./round.page.js').then((file) => file.RoundPage),
  },
];
