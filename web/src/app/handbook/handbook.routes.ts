import type { Routes } from '@angular/router';
import { HandbookPage } from './handbook.page.js';

export const handbookRoutes: Routes = [
  { path: '', pathMatch: 'full', component: HandbookPage },
  { path: ':page', component: HandbookPage },
];
