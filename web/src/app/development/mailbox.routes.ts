export const mailboxRoutes: import('@angular/router').Routes = [];
