import type { Session } from '../platform/session.js';

/** What stands above a receipt, and above its history: the council's page, for those who read it. */
export const aboveReceipt = (session: Session, bloc: string, year: string) =>
  session.rights().can('read', 'Council') ? [{ name: $localize`:@@council.menu:Hội đồng`, link: ['/', bloc, year, 'council'] }] : [];
